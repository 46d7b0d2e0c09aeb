package app.latchkey;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.server.ErrorEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.catalina.connector.ClientAbortException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Who looks at the log finds there what broke, and nobody who just closed a page. */
@ExtendWith(OutputCaptureExtension.class)
class EveryPageTest {

    private static final String ERROR = "ERROR";
    private static final IOException BROKEN_PIPE = new IOException("Broken pipe");

    @Test
    void aBrowserThatWentAwayIsNoError(CapturedOutput output) {
        EveryPage.broke(new ErrorEvent(new ClientAbortException(BROKEN_PIPE)));
        EveryPage.broke(new ErrorEvent(new IllegalStateException(new ClientAbortException(BROKEN_PIPE))));
        assertThat(output).doesNotContain(ERROR);
    }

    @Test
    void whatBrokeIsOneStill(CapturedOutput output) {
        EveryPage.broke(new ErrorEvent(new IllegalStateException("a fault of ours")));
        assertThat(output).contains(ERROR, "Something broke while a page was used", "a fault of ours");
    }

    /** Of the same words, but between us and a partner or the database. */
    @Test
    void aPipeThatBreaksElsewhereIsOneToo(CapturedOutput output) {
        EveryPage.broke(new ErrorEvent(new UncheckedIOException(BROKEN_PIPE)));
        assertThat(output).contains(ERROR, "Broken pipe");
    }
}
