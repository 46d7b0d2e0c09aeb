package app.latchkey.onboarding;

import app.latchkey.entitlement.PurchaseKind;
import app.latchkey.sync.ReviewChanges;
import app.latchkey.sync.WhyNot;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a review says to the operator, in words. */
public final class ReviewWords {

    private ReviewWords() {}

    /** What is different from the preview that somebody wanted to confirm. */
    public static String say(ReviewChanges changes) {
        List<String> parts = new ArrayList<>();
        for (PurchaseKind kind : PurchaseKind.values()) {
            part(changes.made().get(kind), kind, made(kind, changes.made().getOrDefault(kind, 0)))
                    .ifPresent(parts::add);
            part(changes.moved().get(kind), kind, "changed").ifPresent(parts::add);
            part(changes.ended().get(kind), kind, "ended").ifPresent(parts::add);
        }
        if (changes.groups() > 0) {
            parts.add("%,d %s changed".formatted(changes.groups(), changes.groups() == 1 ? "group" : "groups"));
        }
        return "Since this preview, %s. Nothing was started. Here is the new one; changes are marked."
                .formatted(parts.isEmpty() ? "something changed" : joined(parts));
    }

    private static Optional<String> part(@Nullable Integer count, PurchaseKind kind, String what) {
        return Optional.ofNullable(count)
                .map(number -> "%,d %s %s".formatted(number, number == 1 ? one(kind) : many(kind), what));
    }

    private static String one(PurchaseKind kind) {
        return switch (kind) {
            case BOOKING -> "booking";
            case PASS -> "pass";
            case CONTRACT -> "contract";
        };
    }

    private static String many(PurchaseKind kind) {
        return switch (kind) {
            case BOOKING -> "bookings";
            case PASS -> "passes";
            case CONTRACT -> "contracts";
        };
    }

    private static String made(PurchaseKind kind, int count) {
        return (count == 1 ? "was " : "were ")
                + switch (kind) {
                    case BOOKING -> "made";
                    case PASS -> "bought";
                    case CONTRACT -> "signed";
                };
    }

    /** "1 booking was made, 2 passes ended and 1 group changed". */
    private static String joined(List<String> parts) {
        return parts.size() == 1
                ? parts.getFirst()
                : String.join(", ", parts.subList(0, parts.size() - 1)) + " and " + parts.getLast();
    }

    /** Why somebody would be withheld. */
    public static String say(WhyNot reason) {
        return switch (reason) {
            case NEVER_BOUGHT -> "nothing bought that opens this";
            case TOO_EARLY -> "begins later";
            case JUST_ENDED -> "has just ended";
            case BOOKING_NOT_CONFIRMED -> "the booking is tentative";
            case PASS_USED_UP -> "the pass is used up";
            case PASS_EXPIRED -> "the pass has expired";
            case CONTRACT_NOT_BEGUN -> "the contract begins later";
            case CONTRACT_PAUSED -> "the contract is paused";
            case CONTRACT_ENDED -> "the contract has ended";
            case SUSPENDED -> "suspended in Nexudus";
            case ON_ITS_WAY -> "on its way";
            case TWO_CUSTOMERS_ONE_EMAIL -> "another customer uses the same e-mail";
            case SEVERAL_SALTO_USERS -> "two Salto users have this e-mail";
            case SALTO_USER_TAKEN -> "somebody else with this e-mail is linked already";
            case NO_WAY_TO_INVITE -> "has neither e-mail nor card in Nexudus";
            case LINK_BROKEN -> "the linked Salto user is gone";
            case PROTECTED_PERSON -> "an administrator of the Salto site, whom we never touch";
            case REFUSED -> "Salto refused";
            case WAITING_FOR_APPROVAL -> "waits for your yes";
            case NO_SEAT -> "Salto has no free seat";
            case INVITATION_OPEN -> "has not accepted Salto's invitation";
            case BLOCKED_IN_SALTO -> "blocked in Salto";
            case DOOR_NOT_SET_UP -> "the group holds no door, or has no time schedule";
            case LOCK_OFFLINE -> "a lock is offline";
            case SALTO_SILENT -> "Salto is not answering";
            case NEXUDUS_SILENT -> "Nexudus is not answering";
            case BACK_AND_FORTH -> "somebody else keeps changing it";
            case TAKEN_OUT_BY_HAND -> "taken out by hand in Salto";
            case GROUP_GONE -> "the access group is gone in Salto";
            case NOT_UNDERSTOOD -> "our record of it cannot be read";
            case SPACE_PAUSED -> "the space is paused";
            case SPACE_FROZEN -> "every change is stopped for now";
            case WATCHING -> "we only watch";
        };
    }
}
