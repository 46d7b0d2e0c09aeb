package app.latchkey.simulation;

import app.latchkey.connection.Partner;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happens. Numbers choose among what there is when it happens, so that an act makes sense, or does nothing, in every story:
 * also in one from which others were cut.
 */
public sealed interface Act {

    /** What Nexudus does about telling us. */
    enum Hook {
        AT_ONCE,
        TWICE,
        LATE,
        LOST
    }

    /** Something in another space than the first, or than the one whose turn it is. */
    record At(int space, Act what) implements Act {}

    /** A partner no longer accepts the tokens of the space. */
    record CutOff(Partner partner) implements Act {}

    /** Somebody signs in again wherever that is needed. */
    record SignedInAgain() implements Act {}

    /** Something at Nexudus, whose change it tells us of. */
    sealed interface AtNexudus extends Act {
        Hook hook();
    }

    /** @param from minutes from now */
    record Buy(int customer, Kind kind, int item, int from, int minutes, Hook hook) implements AtNexudus {
        enum Kind {
            BOOKING,
            TENTATIVE,
            DAY_PASS,
            MINUTE_PASS,
            CONTRACT,
            ENDING_CONTRACT
        }
    }

    record Alter(int purchase, Alteration what, int minutes, Hook hook) implements AtNexudus {
        enum Alteration {
            MOVE,
            SHORTEN,
            END,
            CANCEL,
            PAUSE,
            CHECK_IN,
            CHECK_OUT,
            DELETE
        }
    }

    record Person(int customer, Turn what, int address, Hook hook) implements AtNexudus {
        enum Turn {
            SUSPENDED,
            LET_IN_AGAIN,
            NEW_ADDRESS,
            NO_ADDRESS,
            DELETED
        }
    }

    /** Everybody at once. */
    record Everybody(boolean suspended, Hook hook) implements AtNexudus {}

    /** Somebody else puts a Salto user in a group, or takes him out. */
    record ByHand(int user, int group, boolean in) implements Act {}

    /** Somebody else makes a Salto user with an address, or deletes one. */
    record SaltoUserMade(int address) implements Act {}

    record SaltoUserDeleted(int user) implements Act {}

    record Seats(int bought) implements Act {}

    record Publish(int matches) implements Act {}

    record Conduct(Change change) implements Act {
        enum Change {
            WATCH,
            GRANTS_ONLY,
            FULL,
            PAUSE,
            RESUME,
            FREEZE,
            THAW
        }
    }

    /** The operator says that somebody who was in and is entitled is ours from now on. */
    record Adopt(int which) implements Act {}

    /** The operator says that nobody touches this one. */
    record Protect(int which) implements Act {}

    record Give(int customer, int group, int minutes) implements Act {}

    record TakeBack(int gift) implements Act {}

    /** Late hooks arrive, the last first. */
    record HooksArrive() implements Act {}

    record TimePasses(int seconds) implements Act {}

    /** By so much the clock of the node that serves is ahead from now on: it was set, or another node serves. No time passes. */
    record ClockIsAhead(int seconds) implements Act {}

    /** A person asks for everything to be looked at. */
    record Again() implements Act {}

    /** The engine has its turn. */
    record Serve(List<Misfortune> misfortunes) implements Act {
        public Serve {
            misfortunes = List.copyOf(misfortunes);
        }
    }

    /**
     * Nothing goes wrong any more until everything has been looked at twice: then everybody is where they belong.
     *
     * @param promptly what happens then, and has its effect at once
     * @param meanwhile what happens while that has its effect, and has its own at once
     * @param clock how the clock is set just before
     */
    record Calm(
            @Nullable AtNexudus promptly,
            @Nullable AtNexudus meanwhile,
            @Nullable ClockIsAhead clock) implements Act {
        public Calm(@Nullable AtNexudus promptly, @Nullable AtNexudus meanwhile) {
            this(promptly, meanwhile, null);
        }
    }
}
