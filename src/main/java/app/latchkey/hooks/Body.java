package app.latchkey.hooks;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Optional;

/** What a machine sends us, as far as we read it. */
final class Body {

    private static final int LARGEST = 256 * 1024;

    private Body() {}

    /** Empty where it is too large; then no more than that is read. */
    static Optional<byte[]> of(HttpServletRequest request) throws IOException {
        byte[] body = request.getInputStream().readNBytes(LARGEST + 1);
        return body.length > LARGEST ? Optional.empty() : Optional.of(body);
    }
}
