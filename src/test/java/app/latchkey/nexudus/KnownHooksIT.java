package app.latchkey.nexudus;

import static org.assertj.core.api.Assertions.assertThat;

import app.latchkey.connection.PartnerWorld;
import app.latchkey.shared.Secret;
import app.latchkey.shared.SpaceId;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import sandbox.world.PreparedWorld;

/** A storm of calls asks the database for nothing, and what has ended is not remembered. */
class KnownHooksIT {

    private static final byte[] BODY = "[{\"Id\":1}]".getBytes(StandardCharsets.UTF_8);

    private final PartnerWorld world = PartnerWorld.prepared();
    private final PartnerWorld.Node node = world.node();
    private final SpaceId space = PartnerWorld.aSpace();
    private final Nexudus nexudus = node.get(Nexudus.class);
    private final Hooks hooks = node.get(Hooks.class);

    @BeforeEach
    void connect() {
        nexudus.connect(space, PreparedWorld.ANA, Secret.of(PreparedWorld.PASSWORD), Optional.empty());
    }

    @AfterEach
    void close() {
        world.close();
    }

    private boolean calls(Hooks.Hook hook, HookAction action) {
        return nexudus.spaceOfHook(hook.id())
                .filter(found -> nexudus.verifies(
                        found, action, BODY, HookSignature.of(new String(BODY, StandardCharsets.UTF_8), hook.secret())))
                .isPresent();
    }

    private Instant heardAt() {
        return hooks.heardAt(space).orElseThrow();
    }

    private void pass(Duration time) {
        world.partners().clock().advance(time);
    }

    @Test
    void remembersAnAddressAndItsSecretForAMinute() {
        Hooks.Hook hook = hooks.of(space);
        assertThat(calls(hook, HookAction.OTHER)).isTrue();
        hooks.delete(space);
        assertThat(calls(hook, HookAction.OTHER)).as("as on another node").isTrue();
        pass(Duration.ofMinutes(1));
        assertThat(calls(hook, HookAction.OTHER)).isFalse();
    }

    @Test
    void forgetsThemWhereTheyEnd() {
        Hooks.Hook hook = hooks.of(space);
        assertThat(calls(hook, HookAction.OTHER)).isTrue();
        nexudus.forgetWebhooks(space);
        assertThat(calls(hook, HookAction.OTHER)).isFalse();
        assertThat(calls(hooks.of(space), HookAction.OTHER))
                .as("those made anew")
                .isTrue();
    }

    @Test
    void notesEveryTenSecondsThatItHeardNexudusAndEachCallOfOurOwn() {
        Hooks.Hook hook = hooks.of(space);
        calls(hook, HookAction.OTHER);
        Instant first = heardAt();
        pass(Duration.ofSeconds(5));
        calls(hook, HookAction.OTHER);
        assertThat(heardAt()).isEqualTo(first);
        calls(hook, HookAction.TEST);
        assertThat(heardAt()).isAfter(first.plusSeconds(4));
        pass(Duration.ofSeconds(5));
        calls(hook, HookAction.OTHER);
        assertThat(heardAt()).isAfter(first.plusSeconds(9));
    }
}
