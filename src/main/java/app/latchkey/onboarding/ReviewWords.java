package app.latchkey.onboarding;

import app.latchkey.entitlement.PurchaseKind;
import app.latchkey.sync.ReviewChanges;
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
            case DECIDED -> "word from Nexudus";
        };
    }

    private static String many(PurchaseKind kind) {
        return switch (kind) {
            case BOOKING -> "bookings";
            case PASS -> "passes";
            case CONTRACT -> "contracts";
            case DECIDED -> "words from Nexudus";
        };
    }

    private static String made(PurchaseKind kind, int count) {
        return (count == 1 ? "was " : "were ")
                + switch (kind) {
                    case BOOKING -> "made";
                    case PASS -> "bought";
                    case CONTRACT -> "signed";
                    case DECIDED -> "given";
                };
    }

    /** "1 booking was made, 2 passes ended and 1 group changed". */
    private static String joined(List<String> parts) {
        return parts.size() == 1
                ? parts.getFirst()
                : String.join(", ", parts.subList(0, parts.size() - 1)) + " and " + parts.getLast();
    }
}
