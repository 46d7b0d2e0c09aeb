package sandbox.salto;

import sandbox.http.Fields;
import sandbox.http.Refusal;
import sandbox.http.Response;

/** Salto's error bodies. Codes below 2000 are written as numbers and the others as text: both forms were met. */
final class SaltoError {
    private SaltoError() {}

    static Refusal of(int status, int code, String message) {
        Object written = code < 2000 ? (Object) code : String.valueOf(code);
        return new Refusal(Response.json(status, Fields.of("ErrorCode", written, "Message", message)));
    }

    static Refusal notFound(String what) {
        return of(404, 2202, what + " not found");
    }

    static Refusal notAllowed() {
        return of(403, 2203, "Operation is not allowed");
    }

    static Refusal invalidRequest(String message) {
        return of(400, 1100, message);
    }

    static Refusal invalidValue(String message) {
        return of(400, 1101, message);
    }

    static Refusal invalidQuery(String message) {
        return of(400, 1102, message);
    }
}
