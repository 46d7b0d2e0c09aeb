package app.latchkey.nexudus;

import static org.assertj.core.api.Assertions.assertThat;

import app.latchkey.connection.PartnerWorld;
import app.latchkey.shared.Secret;
import app.latchkey.shared.SpaceId;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import sandbox.nexudus.HookSignature;
import sandbox.world.PreparedWorld;

/** Calls to webhooks that are refused are counted, whoever makes how many of them, and seen until Nexudus is understood. */
class HookRefusalsIT {

    private static final String BODY = "[{\"Id\":1}]";

    private final PartnerWorld world = PartnerWorld.prepared();
    private final PartnerWorld.Node node = world.node();
    private final Nexudus nexudus = node.get(Nexudus.class);
    private final HookRefusals refusals = node.get(HookRefusals.class);
    private final SpaceId space = PartnerWorld.aSpace();

    @BeforeEach
    void makeHooks() {
        nexudus.connect(space, PreparedWorld.ANA, Secret.of(PreparedWorld.PASSWORD), Optional.empty());
        var unused = node.get(Hooks.class).of(space);
    }

    @AfterEach
    void close() {
        world.close();
    }

    private boolean calls(String signature) {
        return nexudus.verifies(space, HookAction.OTHER, BODY.getBytes(StandardCharsets.UTF_8), signature);
    }

    private String genuine() {
        return HookSignature.of(BODY, node.get(Hooks.class).of(space).secret().reveal());
    }

    private void pass(Duration time) {
        world.partners().clock().advance(time);
    }

    @Test
    void writesOnceAMinuteHoweverManyComeAndLosesNone() {
        for (int call = 0; call < 500; call++) {
            assertThat(calls("")).isFalse();
        }
        assertThat(refusals.lately(space).orElseThrow().unsigned())
                .as("written once so far")
                .isEqualTo(1);
        pass(Duration.ofMinutes(1));
        calls("");
        assertThat(refusals.lately(space).orElseThrow().unsigned()).isEqualTo(501);
    }

    @Test
    void tellsUnsignedOnesFromWronglySignedOnes() {
        calls("");
        pass(Duration.ofMinutes(1));
        calls("AB");
        assertThat(refusals.lately(space).orElseThrow())
                .returns(1L, RefusedCalls::unsigned)
                .returns(1L, RefusedCalls::wrong);
    }

    @Test
    void areSeenUntilNexudusIsUnderstoodWhichOurOwnCallIsNoSignOf() {
        calls("");
        assertThat(nexudus.verifies(space, HookAction.TEST, BODY.getBytes(StandardCharsets.UTF_8), genuine()))
                .isTrue();
        assertThat(refusals.lately(space)).isPresent();
        pass(Duration.ofMinutes(2));
        assertThat(calls(genuine())).isTrue();
        assertThat(refusals.lately(space)).isEmpty();
        pass(Duration.ofMinutes(2));
        calls("");
        assertThat(refusals.lately(space).orElseThrow().unsigned())
                .as("those before are over")
                .isEqualTo(1);
    }

    @Test
    void areNoTroubleWhereUnsignedCallsAreHintsOrTheLastIsLongAgo() {
        calls("");
        assertThat(world.node(Map.of("latchkey.nexudus.unsigned-hooks", "hint"))
                        .get(HookRefusals.class)
                        .lately(space))
                .isEmpty();
        assertThat(refusals.lately(space)).isPresent();
        pass(Duration.ofDays(8));
        assertThat(refusals.lately(space)).isEmpty();
    }
}
