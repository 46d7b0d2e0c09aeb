package app.latchkey.sync;

import static app.latchkey.product.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import app.latchkey.product.RunningProduct;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import sandbox.http.Fault;

/** A server that is stopped in the middle of a run: nothing is asked of what is closed already. */
@ExtendWith(OutputCaptureExtension.class)
class ShutdownIT {

    @Test
    void endsARunAtItsNextStepBeforeTheDatabaseIsClosed(CapturedOutput output) {
        RunningProduct product = RunningProduct.start();
        Harbour harbour = new Harbour(product);
        harbour.begin();
        harbour.fullRun();
        harbour.partners()
                .salto()
                .fail("/users", Fault.delay(Duration.ofMillis(300)).always());
        int before = harbour.partners().salto().calls().all().size();
        harbour.bean(Sync.class).again(harbour.space(), Subject.wholeSpace(), "test");
        eventually(
                "Salto is being read",
                () -> harbour.partners().salto().calls().all().size() > before);
        int logged = output.getAll().length();
        product.close();
        assertThat(output.getAll().substring(logged)).doesNotContain("ERROR", "HikariPool", "Serving space");
    }
}
