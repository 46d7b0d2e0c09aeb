package app.latchkey.staff;

import app.latchkey.connection.PartnerFailure.Category;
import app.latchkey.sync.FailureRow;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What to do about a cause of failure, and whose turn it is. */
public final class Remedy {

    private static final String UNDESCRIBED = "A cause nobody has described yet. Look at the runs, then describe it.";

    private Remedy() {}

    /** The tab a cause belongs in. */
    public enum Turn {
        OURS("Ours"),
        OPERATORS("Operators’"),
        SALTO("Salto’s"),
        NEXUDUS("Nexudus’s");

        private final String label;

        Turn(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    public static Turn turn(FailureRow failure) {
        return switch (failure.whoMustAct()) {
            case "SPACE" -> Turn.OPERATORS;
            case "PARTNER" -> failure.partner().filter("NEXUDUS"::equals).isPresent() ? Turn.NEXUDUS : Turn.SALTO;
            default -> Turn.OURS;
        };
    }

    /** "Must act: the operator." */
    public static String who(FailureRow failure) {
        return switch (turn(failure)) {
            case OURS -> "us";
            case OPERATORS -> "the operator";
            case SALTO -> "Salto";
            case NEXUDUS -> "Nexudus";
        };
    }

    public static String todo(FailureRow failure) {
        return category(failure.cause()).map(Remedy::todo).orElse(UNDESCRIBED);
    }

    /** Where pressing again would only add to the load. */
    public static boolean goesOnByItself(FailureRow failure) {
        return category(failure.cause())
                .filter(cause -> cause == Category.THROTTLED || cause == Category.NOT_READY)
                .isPresent();
    }

    /** "Salto · needs sign in", small beneath the words. */
    public static String code(FailureRow failure) {
        String cause = failure.cause().toLowerCase(Locale.ROOT).replace('_', ' ');
        return failure.partner().map(partner -> title(partner) + " · " + cause).orElse(cause);
    }

    private static String title(String partner) {
        return partner.charAt(0) + partner.substring(1).toLowerCase(Locale.ROOT);
    }

    private static Optional<Category> category(String cause) {
        return Arrays.stream(Category.values())
                .filter(known -> known.name().equals(cause))
                .findFirst();
    }

    private static String todo(Category category) {
        return switch (category) {
            case NEEDS_SIGN_IN -> "Send the operator the reconnect link. What was known last is kept.";
            case WRONG_LOGIN, ONE_TIME_CODE_NEEDED -> "The operator signs in again with the right login.";
            case CONSENT_DENIED -> "The operator gives consent at the partner.";
            case RIGHT_MISSING -> "The operator restores the right or the role named above.";
            case SITE_NOT_RELEASED -> "The operator’s installer releases the site. Send the installer’s text.";
            case NO_SUBSCRIPTION -> "The operator renews the subscription in Salto.";
            case NOT_FOUND -> "The operator chooses what replaces it.";
            case BY_HAND_FIRST -> "The operator puts right in Salto what is named above, then tries again.";
            case NOT_READY -> "Nothing: it waits up to 60 s.";
            case THROTTLED -> "Look at the budget and the period. Never press again.";
            case SILENT -> "Nothing by hand. Removals that need the partner wait; it goes on by itself.";
            case UNREADABLE -> "Compare two reads; if it repeats, extend the parser.";
            case RECORD_UNREADABLE ->
                "Look at the record in Nexudus; put it right there or extend the parser, then try again below.";
            case REFUSED -> "Look at the request of the last run; it is wrong on our side.";
            case MISCONFIGURED -> "Check client id, secret and host: accept and production mixed up?";
        };
    }
}
