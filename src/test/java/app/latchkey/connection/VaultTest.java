package app.latchkey.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.latchkey.shared.Secret;
import app.latchkey.shared.SpaceId;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class VaultTest {

    private static final SpaceId SPACE = new SpaceId(UUID.randomUUID());
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
        byte[] sealed = vault.seal(SPACE, Partner.SALTO, "access_token", Secret.of("a token"));
        assertThat(new String(sealed, StandardCharsets.ISO_8859_1))
                .doesNotContain("a token")
                .contains("new");
        assertThat(vault.open(SPACE, Partner.SALTO, "access_token", sealed)).isEqualTo(Secret.of("a token"));
    }

    @Test
    void doesNotOpenWhatWasCopiedToAnotherPlace() {
        Vault vault = new Vault(List.of(NEW));
        byte[] sealed = vault.seal(SPACE, Partner.SALTO, "access_token", Secret.of("a token"));
        assertThatThrownBy(() -> vault.open(new SpaceId(UUID.randomUUID()), Partner.SALTO, "access_token", sealed))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> vault.open(SPACE, Partner.NEXUDUS, "access_token", sealed))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> vault.open(SPACE, Partner.SALTO, "refresh_token", sealed))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void stillOpensWhatAnOlderKeySealed() {
        byte[] sealed = new Vault(List.of(OLD)).seal(SPACE, Partner.SALTO, "access_token", Secret.of("a token"));
        assertThat(new Vault(List.of(NEW, OLD)).open(SPACE, Partner.SALTO, "access_token", sealed))
                .isEqualTo(Secret.of("a token"));
        assertThatThrownBy(() -> new Vault(List.of(NEW)).open(SPACE, Partner.SALTO, "access_token", sealed))
                .isInstanceOf(IllegalStateException.class);
    }
}
