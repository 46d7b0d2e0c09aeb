package app.latchkey.operator;

import app.latchkey.connection.PartnerFailure.Category;
import app.latchkey.connection.PartnerFailure.Who;
import app.latchkey.sync.TroubleCause;
import java.util.Optional;

/** What a space is behind or stopped for, in words that name nobody, and whose turn it is. */
final class CauseSentences {

    private CauseSentences() {}

    /** "Salto does not answer". */
    static String what(TroubleCause cause) {
        if (cause.isPeople()) {
            return "People are not let in or taken out in time";
        }
        return cause.known().map(category -> what(category, name(cause))).orElse("Something broke on our side");
    }

    /** The same amid a sentence: a partner's name stays as it is. */
    static String amid(TroubleCause cause) {
        String what = what(cause);
        return what.startsWith(name(cause)) ? what : Character.toLowerCase(what.charAt(0)) + what.substring(1);
    }

    /** What an operator reads about it. */
    static String turn(TroubleCause cause) {
        if (cause.isPeople()) {
            return "We go on trying by ourselves. The space’s page names each of them, with what is in the way.";
        }
        return switch (who(cause)) {
            case SPACE ->
                "It is your turn: %s. Then everything goes on by itself."
                        .formatted(cause.known()
                                .flatMap(category -> deed(category, name(cause)))
                                .orElse("the space’s page says what to do"));
            case PARTNER ->
                "It is up to %s. There is nothing for you to do: we go on by ourselves.".formatted(name(cause));
            case US -> "It is our turn, and we know of it. There is nothing for you to do.";
        };
    }

    /** What staff read about it. */
    static String turnForStaff(TroubleCause cause) {
        return cause.isPeople()
                ? "Both partners answer well: look at the spaces."
                : switch (who(cause)) {
                    case SPACE -> "It is the operators’ turn; they have been told.";
                    case PARTNER -> "It is up to %s; we go on by ourselves.".formatted(name(cause));
                    case US -> "It is our turn.";
                };
    }

    /** "Salto"; where it is nobody else's, we. */
    static String name(TroubleCause cause) {
        return cause.partner().map(TroubleSentences::name).orElse("Latchkey");
    }

    /** What nobody has described is ours. */
    private static Who who(TroubleCause cause) {
        return cause.known().map(Category::who).orElse(Who.US);
    }

    private static String what(Category category, String partner) {
        return switch (category) {
            case NEEDS_SIGN_IN -> partner + " needs signing in again";
            case WRONG_LOGIN -> partner + " does not take our login";
            case ONE_TIME_CODE_NEEDED -> partner + " asks for a one-time code";
            case CONSENT_DENIED -> partner + " was told not to let us in";
            case RIGHT_MISSING -> "We lack a right in " + partner;
            case SITE_NOT_RELEASED -> "The site is not released in " + partner;
            case NO_SUBSCRIPTION -> "The site’s subscription in " + partner + " is not valid";
            case NOT_FOUND -> partner + " no longer has something that we need";
            case BY_HAND_FIRST -> "Something has to be put right in " + partner + " first";
            case NOT_READY, THROTTLED -> partner + " makes us wait";
            case SILENT -> partner + " does not answer";
            case UNREADABLE, RECORD_UNREADABLE -> "An answer of " + partner + " cannot be read";
            case REFUSED -> partner + " refuses what we ask";
            case MISCONFIGURED -> partner + " does not know us";
        };
    }

    /** What somebody of the space does about it. */
    private static Optional<String> deed(Category category, String partner) {
        return switch (category) {
            case NEEDS_SIGN_IN, WRONG_LOGIN, ONE_TIME_CODE_NEEDED, CONSENT_DENIED ->
                Optional.of("sign in to %s again under Settings".formatted(partner));
            case RIGHT_MISSING ->
                Optional.of("give our user in %s the right that the space’s page names".formatted(partner));
            case SITE_NOT_RELEASED -> Optional.of("have your installer release the site");
            case NO_SUBSCRIPTION -> Optional.of("renew the subscription in " + partner);
            case NOT_FOUND -> Optional.of("choose under Matches what replaces it");
            case BY_HAND_FIRST -> Optional.of("put right in %s what the space’s page names".formatted(partner));
            case NOT_READY, THROTTLED, SILENT, UNREADABLE, RECORD_UNREADABLE, REFUSED, MISCONFIGURED ->
                Optional.empty();
        };
    }
}
