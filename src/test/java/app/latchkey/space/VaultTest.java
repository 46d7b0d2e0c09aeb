package app.latchkey.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.latchkey.shared.Secret;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

class VaultTest {

    private static final String HERE = "this row|a column";
    private static final Secret OLD = key("old", 1);
    private static final Secret NEW = key("new", 2);

    private static Secret key(String id, int fill) {
        byte[] bytes = new byte[32];
        java.util.Arrays.fill(bytes, (byte) fill);
        return Secret.of(id + ":" + Base64.getEncoder().encodeToString(bytes));
    }

    @Test
    void opensWhatItSealedAndShowsNothingOfIt() {
        Vault vault = new Vault(List.of(NEW));
        byte[] sealed = vault.seal(HERE, Secret.of("a token"));
        assertThat(new String(sealed, StandardCharsets.ISO_8859_1))
                .doesNotContain("a token")
                .contains("new");
        assertThat(vault.open(HERE, sealed)).isEqualTo(Secret.of("a token"));
    }

    @Test
    void doesNotOpenWhatWasCopiedToAnotherPlace() {
        Vault vault = new Vault(List.of(NEW));
        byte[] sealed = vault.seal(HERE, Secret.of("a token"));
        assertThatThrownBy(() -> vault.open("another row|a column", sealed)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> vault.open("this row|another column", sealed))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void stillOpensWhatAnOlderKeySealed() {
        byte[] sealed = new Vault(List.of(OLD)).seal(HERE, Secret.of("a token"));
        assertThat(new Vault(List.of(NEW, OLD)).open(HERE, sealed)).isEqualTo(Secret.of("a token"));
        assertThatThrownBy(() -> new Vault(List.of(NEW)).open(HERE, sealed)).isInstanceOf(IllegalStateException.class);
    }
}
