package app.latchkey.onboarding.ui;

import app.latchkey.connection.PartnerFailure;
import app.latchkey.identity.SignedIn;
import app.latchkey.look.Tone;
import app.latchkey.nexudus.Location;
import app.latchkey.nexudus.RightCheck;
import app.latchkey.nexudus.SecondWriter;
import app.latchkey.onboarding.Check;
import app.latchkey.onboarding.Check.Result;
import app.latchkey.onboarding.ConnectNexudus;
import app.latchkey.onboarding.ConnectNexudus.Zones;
import app.latchkey.space.Space;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/** What was found at the chosen location: rights, time zones, webhooks, another integration; each filled in when it is known. */
class LocationChecks extends Div {

    private final transient ConnectNexudus nexudus;
    private final transient BiFunction<PartnerFailure, Runnable, Component> trouble;
    private final transient Space space;
    private final transient SignedIn user;
    private final transient Location location;
    private final RightsPart rights;
    private final ZonesPart zones;
    private final WebhooksPart webhooks;
    private final Working other = new Working();
    private final Div hint = new Div();
    private transient Optional<Runnable> goingOn = Optional.empty();

    LocationChecks(
            ConnectNexudus nexudus,
            Space space,
            SignedIn user,
            Location location,
            BiFunction<PartnerFailure, Runnable, Component> trouble) {
        this.nexudus = nexudus;
        this.trouble = trouble;
        this.space = space;
        this.user = user;
        this.location = location;
        rights = new RightsPart(new AskRights(), trouble, this::known);
        zones = new ZonesPart(new AskZones(), trouble, this::known);
        webhooks = new WebhooksPart(
                () -> nexudus.webhooks(space.id()),
                () -> new WebhooksPart.Tried(nexudus.testWebhooks(space.id()), nexudus.refusedCalls(space.id())),
                trouble);
        addClassNames("lk-card", "lk-stack", "lk-checks");
        add(new H2("What we may read at " + location.name()), rights, zones, webhooks, other, hint);
    }

    void start() {
        rights.look();
        zones.look();
        webhooks.look();
        other.show(
                "Looking for Nexudus's own Salto integration…",
                () -> nexudus.secondWriter(space.id()),
                this::secondWriter,
                this::notLooked);
    }

    /** Goes on, at once or as soon as everything has been looked at; says what is missing otherwise. */
    void thenIfAllIsWell(Runnable next) {
        hint.removeAll();
        goingOn = Optional.empty();
        if (!rights.isKnown() || !zones.isKnown()) {
            goingOn = Optional.of(next);
            hint.add(Trouble.saying(Tone.NEXT, "Still looking. We go on by ourselves when the list is whole."));
        } else if (!rights.isFine()) {
            hint.add(Trouble.saying(
                    Tone.STOPPED, "A right is still missing. Give it to the user in Nexudus, or continue without it."));
        } else if (!zones.isFine()) {
            hint.add(Trouble.saying(
                    Tone.STOPPED, "The time zones differ. Correct one of them, or say why they are meant to."));
        } else {
            next.run();
        }
    }

    private void known() {
        if (rights.isKnown() && zones.isKnown()) {
            hint.removeAll();
            goingOn.ifPresent(this::thenIfAllIsWell);
        }
    }

    private Component secondWriter(SecondWriter found) {
        if (!found.isThere()) {
            return new CheckList(
                    "Nexudus's own integration",
                    List.of(new Check(Result.GOOD, "Nexudus's own Salto integration is not in use here", "")));
        }
        return nexudus.watchesForSecondWriter(space.id()) ? watching() : twoWriters(found);
    }

    /** What could not be looked at is never taken for well. */
    private Component notLooked(PartnerFailure failure, Runnable again) {
        Div part = new Div(
                new CheckList(
                        "Nexudus's own integration",
                        List.of(new Check(
                                Result.WEAK,
                                "We could not look whether Nexudus's own Salto integration is in use here",
                                "Two systems would undo each other. Look in Nexudus, or let us try again."))),
                trouble.apply(failure, again));
        part.addClassName("lk-stack");
        return part;
    }

    private Component twoWriters(SecondWriter found) {
        return Trouble.saying(
                Tone.WITHHELD,
                "Nexudus's own Salto integration is still on: it has left its marks on %s. Two systems would undo each other. Stay in Watch until you switch it off; we tell you when."
                        .formatted(marks(found)),
                new Button("Continue in Watch", event -> {
                    nexudus.watchForSecondWriter(space.id(), user);
                    other.removeAll();
                    other.add(watching());
                }));
    }

    private static Component watching() {
        return Trouble.saying(
                Tone.NEXT, "We begin in Watch, and write to you when Nexudus's own Salto integration is off.");
    }

    private static String marks(SecondWriter found) {
        List<String> marks = new ArrayList<>(found.items());
        if (found.customers() > 0) {
            marks.addFirst(found.customers() == 1 ? "1 customer" : found.customers() + " customers");
        }
        return String.join(", ", marks);
    }

    private final class AskRights implements RightsPart.Asking {

        @Override
        public List<RightCheck> ask(Consumer<RightCheck> found) {
            return nexudus.rights(space.id(), found);
        }

        @Override
        public boolean goesOnWithout(List<RightCheck> missing) {
            return nexudus.goesOnWithout(space.id(), missing);
        }

        @Override
        public void goOnWithout(List<RightCheck> missing) {
            nexudus.goOnWithout(space.id(), missing, user);
        }
    }

    private final class AskZones implements ZonesPart.Asking {

        @Override
        public Zones ask() {
            return nexudus.zones(space.id(), location);
        }

        @Override
        public Optional<String> whyTheyDiffer(Zones found) {
            return nexudus.whyZonesDiffer(space.id(), found);
        }

        @Override
        public void areMeantToDiffer(Zones found, String why) {
            nexudus.zonesAreMeantToDiffer(space.id(), found, why, user);
        }
    }
}
