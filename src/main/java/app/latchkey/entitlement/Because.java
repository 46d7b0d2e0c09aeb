package app.latchkey.entitlement;

import app.latchkey.shared.Window;
import java.time.DayOfWeek;
import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Why somebody belongs in an access group: a type, not a sentence. {@link BecauseWords} says it to each audience. */
public sealed interface Because {

    /** @param booked from FromTime to ToTime, without the time before and after */
    record Booked(long bookingId, NamedItem item, Window booked) implements Because {}

    record Bought(long passId, NamedItem item, PassKind kind, Instant boughtAt) implements Because {}

    /** @param days of the week, where it is not for all of them; none, when it is */
    record Contracted(long contractId, NamedItem item, Instant since, Set<DayOfWeek> days) implements Because {

        /** What was recorded before there were days is for all of them. */
        @SuppressWarnings("NullAway")
        public Contracted {
            days = days == null ? Set.of() : Collections.unmodifiableSet(new TreeSet<>(days));
        }

        public Contracted(long contractId, NamedItem item, Instant since) {
            this(contractId, item, since, Set.of());
        }
    }

    /**
     * Nexudus said so itself.
     *
     * @param item the access group, as the item that it is here
     * @param until as Nexudus gave it; not known to end, when absent
     */
    record Decided(
            long decisionId,
            NamedItem item,
            Instant since,
            @Nullable Instant until) implements Because {}

    /** An operator let somebody in by name until an end, for a reason in his words. */
    record Given(String by, Instant until, String reason) implements Because {}

    /** In the group before Latchkey came, or put there by somebody else since. */
    record BeforeLatchkey() implements Because {}

    /** Recorded by a newer version than this one, which does not understand it. It says that there was a reason, and nothing is decided by it. */
    record FromNewerVersion() implements Because {}

    /** The purchase behind it, where one is. */
    default Optional<PurchaseKey> purchase() {
        return switch (this) {
            case Booked booked -> Optional.of(new PurchaseKey(PurchaseKind.BOOKING, booked.bookingId()));
            case Bought bought -> Optional.of(new PurchaseKey(PurchaseKind.PASS, bought.passId()));
            case Contracted contracted -> Optional.of(new PurchaseKey(PurchaseKind.CONTRACT, contracted.contractId()));
            case Decided decided -> Optional.of(new PurchaseKey(PurchaseKind.DECIDED, decided.decisionId()));
            case Given _, BeforeLatchkey _, FromNewerVersion _ -> Optional.empty();
        };
    }

    /** The item that earned it, where one did. */
    default Optional<NamedItem> earnedBy() {
        return switch (this) {
            case Booked booked -> Optional.of(booked.item());
            case Bought bought -> Optional.of(bought.item());
            case Contracted contracted -> Optional.of(contracted.item());
            case Decided decided -> Optional.of(decided.item());
            case Given _, BeforeLatchkey _, FromNewerVersion _ -> Optional.empty();
        };
    }
}
