package app.latchkey.nexudus;

import static org.assertj.core.api.Assertions.assertThat;

import app.latchkey.shared.Secret;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HookSignatureTest {

    private static final Secret SECRET = Secret.of("3f9c");

    private static boolean matches(String body, String signature) {
        return HookSignature.matches(body.getBytes(StandardCharsets.UTF_8), signature, SECRET);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{\"Id\":1}]",
                "[{\"FullName\":\"João Ärger\"}]",
                "[{\"Name\":\"Νίκος 漢字\"}]",
                "[{\"Name\":\"a 🚪 b\"}]"
            })
    void acceptsWhatNexudusSigns(String body) {
        String signature = sandbox.nexudus.HookSignature.of(body, SECRET.reveal());
        assertThat(matches(body, signature)).isTrue();
        assertThat(matches(body + "\n", signature)).isTrue();
        assertThat(matches(body.replace('1', '2') + " ", "00" + signature.substring(2)))
                .isFalse();
    }

    @Test
    void acceptsTheSignatureOfTheBytesOnTheWire() {
        // HMAC-SHA256 of the UTF-8 bytes of ["ä"] with the key 3f9c, computed apart from this code.
        assertThat(matches("[\"ä\"]", WIRE)).isTrue();
    }

    @Test
    void acceptsOneQuestionMarkForACharacterBeyondTheBasicPlane() {
        assertThat(matches("[\"🚪\"]", sandbox.nexudus.HookSignature.of("[\"?\"]", SECRET.reveal())))
                .isTrue();
    }

    @Test
    void refusesAnotherSecretAnotherBodyAndNonsense() {
        String signature = sandbox.nexudus.HookSignature.of("[{\"Id\":1}]", "another");
        assertThat(matches("[{\"Id\":1}]", signature)).isFalse();
        assertThat(matches("[{\"Id\":2}]", sandbox.nexudus.HookSignature.of("[{\"Id\":1}]", SECRET.reveal())))
                .isFalse();
        assertThat(matches("[]", "")).isFalse();
        assertThat(matches("[]", "not hexadecimal")).isFalse();
    }

    private static final String WIRE = "65753547841ED64514666585AF5596E30E19DA455AA87AF1450C58D69F22A4EA";
}
