package app.latchkey.salto;

import app.latchkey.connection.Partner;
import app.latchkey.connection.PartnerAnswer;
import app.latchkey.connection.PartnerFailure;
import app.latchkey.connection.PartnerFailure.Category;

/** What Salto's error codes mean. */
final class SaltoFailures {

    static final int NOT_FOUND = 2202;
    static final int NOT_ALLOWED = 2203;
    private static final int NOT_RELEASED = 2210;
    private static final int NO_SUBSCRIPTION = 2212;

    private SaltoFailures() {}

    static PartnerFailure of(PartnerAnswer answer) {
        int code = Wire.errorCode(answer.body());
        return switch (code) {
            case NOT_FOUND -> failure(Category.NOT_FOUND, "Salto KS has no such user, group or site any more.");
            case NOT_ALLOWED ->
                failure(Category.RIGHT_MISSING, "The connected Salto KS account may not do this on the site.");
            case NOT_RELEASED ->
                failure(Category.SITE_NOT_RELEASED, "The installer has not released this Salto KS site yet.");
            case NO_SUBSCRIPTION -> failure(Category.NO_SUBSCRIPTION, "This Salto KS site has no valid subscription.");
            default -> byStatus(answer.status(), code);
        };
    }

    private static PartnerFailure byStatus(int status, int code) {
        return switch (status) {
            case 401 -> PartnerFailure.needsSignIn(Partner.SALTO, "Salto KS no longer accepts our access.");
            case 403 -> failure(Category.RIGHT_MISSING, "The connected Salto KS account may not do this.");
            case 404 -> failure(Category.NOT_FOUND, "Salto KS has nothing there any more.");
            default -> failure(Category.REFUSED, "Salto KS refused the request (%d, code %d).".formatted(status, code));
        };
    }

    static PartnerFailure failure(Category category, String words) {
        return PartnerFailure.of(Partner.SALTO, category, words);
    }
}
