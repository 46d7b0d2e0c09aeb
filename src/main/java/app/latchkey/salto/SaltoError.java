package app.latchkey.salto;

import app.latchkey.connection.Partner;
import app.latchkey.connection.PartnerAnswer;
import app.latchkey.connection.PartnerFailure;
import app.latchkey.connection.PartnerFailure.Category;
import java.time.Duration;

/** What Salto means by a refusal. Its codes come as number or as text; some meanings are told by the message alone. */
sealed interface SaltoError {

    /** Our request is wrong: its body, the value of a parameter, or the form of a filter. */
    record InvalidRequest(int code) implements SaltoError {}

    /** Not accepted, with a token that was renewed for this: had our access been withdrawn, it could not have been renewed. */
    record NotSignedIn() implements SaltoError {}

    /** It is not there; or it was made a moment ago, which only a second look can tell. */
    record NotFound() implements SaltoError {}

    /** The account may not; or the user was made a moment ago. */
    record NotAllowed() implements SaltoError {}

    record NotReleased() implements SaltoError {}

    record NoSubscription() implements SaltoError {}

    /** Gateways, their activation and what hangs on them have to be put right at the site first. */
    record SiteHardware(int code) implements SaltoError {}

    /** The user belongs to a pod of the site and has to leave it first. */
    record PodMember(int code) implements SaltoError {}

    record OneTimeCodeWrong() implements SaltoError {}

    /** Too many wrong codes: Salto listens to none for a while. */
    record OneTimeCodeBlocked() implements SaltoError {}

    /** Salto would have to change the PIN and did not. */
    record PinNotChanged() implements SaltoError {}

    /** Salto's own trouble: its service, or its way to the hardware. */
    record OwnTrouble(int code) implements SaltoError {}

    /** Something that nobody has met yet. */
    record Unknown(int status, int code) implements SaltoError {}

    /** Measured: twenty minutes. */
    Duration BLOCKED = Duration.ofMinutes(20);

    static SaltoError of(PartnerAnswer answer) {
        int code = Wire.errorCode(answer.body());
        return switch (code) {
            case 1100, 1101, 1102, 1501 -> new InvalidRequest(code);
            case 1500 -> new NotSignedIn();
            case 2202 -> new NotFound();
            case 2203 -> new NotAllowed();
            case 2204, 2205, 2206, 2207, 2208, 2209 -> new SiteHardware(code);
            case 2210 -> new NotReleased();
            case 2212 -> new NoSubscription();
            case 2213, 2214, 2215, 2216, 2217, 2218, 2219, 2220, 2221, 2222 -> new PodMember(code);
            case 2201, 3101 -> new OwnTrouble(code);
            case 3102 -> saying(answer, "blocked") ? new OneTimeCodeBlocked() : new OneTimeCodeWrong();
            default -> byStatus(answer, code);
        };
    }

    private static SaltoError byStatus(PartnerAnswer answer, int code) {
        if (saying(answer, "pin_not_changed")) {
            return new PinNotChanged();
        }
        return switch (answer.status()) {
            case 401 -> new NotSignedIn();
            case 403 -> new NotAllowed();
            case 404 -> new NotFound();
            default -> answer.status() >= 500 ? new OwnTrouble(code) : new Unknown(answer.status(), code);
        };
    }

    private static boolean saying(PartnerAnswer answer, String word) {
        return Wire.errorMessage(answer.body()).contains(word);
    }

    /** Who must act, and whether trying again can help, lies in the category. */
    default Category category() {
        return switch (this) {
            case NotSignedIn() -> Category.SILENT;
            case NotFound() -> Category.NOT_FOUND;
            case NotAllowed() -> Category.RIGHT_MISSING;
            case NotReleased() -> Category.SITE_NOT_RELEASED;
            case NoSubscription() -> Category.NO_SUBSCRIPTION;
            case SiteHardware(int code) -> Category.BY_HAND_FIRST;
            case PodMember(int code) -> Category.BY_HAND_FIRST;
            case OneTimeCodeWrong() -> Category.ONE_TIME_CODE_NEEDED;
            case OneTimeCodeBlocked() -> Category.THROTTLED;
            case OwnTrouble(int code) -> Category.SILENT;
            case InvalidRequest(int code) -> Category.REFUSED;
            case PinNotChanged() -> Category.REFUSED;
            case Unknown(int status, int code) -> Category.REFUSED;
        };
    }

    /** For people. */
    default String words() {
        return switch (this) {
            case NotSignedIn() ->
                "Salto KS refuses the access that its own sign-in service has just given us; where that lasts, sign in there again.";
            case NotFound() -> "Salto KS has no such user, group or site any more.";
            case NotAllowed() -> "The connected Salto KS account may not do this on the site.";
            case NotReleased() -> "The installer has not released this Salto KS site yet.";
            case NoSubscription() -> "This Salto KS site has no valid subscription.";
            case SiteHardware(int code) ->
                "Salto KS first wants its gateway (IQ) put right at the site (code %d).".formatted(code);
            case PodMember(int code) ->
                "This user belongs to a pod of the site and has to be taken out of it in Salto KS first (code %d)."
                        .formatted(code);
            case OneTimeCodeWrong() -> "Salto KS did not accept the one-time code.";
            case OneTimeCodeBlocked() -> "Salto KS accepts no one-time code for a while, after several wrong ones.";
            case OwnTrouble(int code) -> "Salto KS answered with an error of its own (code %d).".formatted(code);
            case PinNotChanged() -> "Salto KS did not change the PIN.";
            case InvalidRequest(int code) -> "Salto KS found our request wrong (code %d).".formatted(code);
            case Unknown(int status, int code) -> "Salto KS refused the request (%d, code %d).".formatted(status, code);
        };
    }

    default PartnerFailure failure() {
        return this instanceof OneTimeCodeBlocked
                ? PartnerFailure.of(Partner.SALTO, category(), words(), BLOCKED)
                : PartnerFailure.of(Partner.SALTO, category(), words());
    }
}
