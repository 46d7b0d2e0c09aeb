package sandbox.salto;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import sandbox.http.Fields;
import sandbox.http.Json;

/** The identity server's RSA key; made when first needed, one for the whole JVM because making one is slow. */
final class SigningKey {
    private static final String KEY_ID = "sandbox-1";
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private SigningKey() {}

    private static final class Holder {
        private static final KeyPair PAIR = generate();

        private static KeyPair generate() {
            try {
                KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
                generator.initialize(2048);
                return generator.generateKeyPair();
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** A signed JWT (RS256). */
    static String sign(String type, Fields claims) {
        String text = part(Fields.of("alg", "RS256", "kid", KEY_ID, "typ", type)) + "." + part(claims);
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(Holder.PAIR.getPrivate());
            signature.update(text.getBytes(StandardCharsets.US_ASCII));
            return text + "." + BASE64.encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static Fields keySet() {
        RSAPublicKey key = (RSAPublicKey) Holder.PAIR.getPublic();
        return Fields.of(
                "keys",
                List.of(Fields.of(
                        "kty",
                        "RSA",
                        "use",
                        "sig",
                        "alg",
                        "RS256",
                        "kid",
                        KEY_ID,
                        "n",
                        number(key.getModulus().toByteArray()),
                        "e",
                        number(key.getPublicExponent().toByteArray()))));
    }

    private static String part(Fields fields) {
        return BASE64.encodeToString(Json.write(fields).getBytes(StandardCharsets.UTF_8));
    }

    private static String number(byte[] signed) {
        return BASE64.encodeToString(signed[0] == 0 ? Arrays.copyOfRange(signed, 1, signed.length) : signed);
    }
}
