package app.latchkey.sync.run;

import static app.latchkey.product.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import app.latchkey.Case;
import app.latchkey.operator.ChangeSettings;
import app.latchkey.product.RunningProduct;
import app.latchkey.product.WithProduct;
import app.latchkey.shared.PlatformUserId;
import app.latchkey.space.Scopes;
import app.latchkey.sync.Harbour;
import app.latchkey.sync.RunChangeRow.State;
import app.latchkey.sync.RunChangeRow.What;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import sandbox.world.PreparedWorld;

/** A node that dies in the middle of a step leaves its intent behind, and nothing else. */
@WithProduct(own = true)
class DeadNodeIT {

    private static final String FLEX = "Flex members";
    private static final String FLEX_PASS = "Flex pass";
    private static final String WRITTEN = PreparedWorld.AISHA;
    private static final String NOT_WRITTEN = PreparedWorld.ELIF;

    private final Harbour harbour;

    DeadNodeIT(RunningProduct product) {
        harbour = new Harbour(product);
    }

    @Test
    @Case(43)
    void knowsAsOursWhatADeadNodeHasWrittenAndDoesWhatItHasNot() {
        harbour.begin();
        harbour.asOperator(ChangeSettings.class, settings -> settings.pause(harbour.space(), PreparedWorld.ANA));
        long run = harbour.fullRun().number();
        var nexudus = harbour.partners().nexudus();
        long pass = nexudus.buyPass(harbour.customer(WRITTEN).value(), nexudus.pass(FLEX_PASS));
        nexudus.buyPass(harbour.customer(NOT_WRITTEN).value(), nexudus.pass(FLEX_PASS));
        intends(run, 901, WRITTEN);
        intends(run, 902, NOT_WRITTEN);
        harbour.partners().salto().addByHand(WRITTEN, harbour.group(FLEX).toString());

        harbour.asOperator(ChangeSettings.class, settings -> settings.resume(harbour.space(), PreparedWorld.ANA));
        eventually("what was not written", () -> harbour.isIn(NOT_WRITTEN, FLEX));
        eventually("both settled", () -> states(run).equals(List.of("DONE", "FAILED")));
        assertThat(harbour.isIn(WRITTEN, FLEX)).isTrue();

        nexudus.refundPass(pass);
        eventually("ours, and therefore out with its reason", () -> !harbour.isIn(WRITTEN, FLEX));
    }

    /** As a node writes it down before it calls Salto. */
    private void intends(long run, int step, String email) {
        var salto = harbour.partners().salto();
        var user = salto.user(salto.site(PreparedWorld.HARBOUR_HOUSE), email).orElseThrow();
        Journal.Line line = new Journal.Line(
                What.GRANT,
                State.INTENDED,
                harbour.customer(email),
                PlatformUserId.of(user.platformUserId()),
                harbour.group(FLEX),
                user.name(),
                List.of(),
                null);
        harbour.bean(Scopes.class)
                .inSpace(
                        harbour.space(),
                        () -> harbour.bean(Journal.class)
                                .write(
                                        run,
                                        step,
                                        line,
                                        harbour.partners().clock().instant()));
    }

    private List<String> states(long run) {
        return harbour.bean(Scopes.class)
                .inSpace(
                        harbour.space(),
                        () -> harbour.bean(JdbcClient.class)
                                .sql("select state from run_change where run = :run and step > 900 order by step")
                                .param("run", run)
                                .query(String.class)
                                .list());
    }
}
