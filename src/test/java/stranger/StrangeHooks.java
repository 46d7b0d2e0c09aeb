package stranger;

import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.node.ObjectNode;

/** Calls webhooks: a list with one record, in UTF-8, signed over its ASCII form. */
final class StrangeHooks {

    static final String SECRET_FIELD = "SharedSecret";

    private static final String ALGORITHM = "HmacSHA256";

    private final Calls calls = new Calls();

    static String secretOf(ObjectNode hook) {
        return Json.text(hook, SECRET_FIELD);
    }

    /** @return the status of the answer */
    int call(ObjectNode hook, String secret, ObjectNode entity) {
        String body = Json.write(List.of(entity));
        return calls.send(HttpRequest.newBuilder(URI.create(Json.text(hook, "URL")))
                        .header("Content-Type", "application/json")
                        .header("X-Nexudus-Hook-Signature", signature(body, secret))
                        .POST(HttpRequest.BodyPublishers.ofString(body)))
                .statusCode();
    }

    private static String signature(String body, String secret) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.US_ASCII), ALGORITHM));
            StringBuilder hex = new StringBuilder();
            for (byte each : mac.doFinal(body.getBytes(StandardCharsets.US_ASCII))) {
                hex.append("%02X".formatted(each));
            }
            return hex.toString();
        } catch (GeneralSecurityException unknown) {
            throw new IllegalStateException(unknown);
        }
    }
}
