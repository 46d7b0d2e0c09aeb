package stranger;

import org.jspecify.annotations.Nullable;

/** An answer; null is no body. */
record Said(int status, @Nullable Object body) {

    static Said ok(Object body) {
        return new Said(200, body);
    }

    static Said nothing(int status) {
        return new Said(status, null);
    }

    /** A refusal as Salto words it. */
    static Said error(int status, int code) {
        return new Said(status, Json.of("ErrorCode", code, "Message", "No"));
    }
}
