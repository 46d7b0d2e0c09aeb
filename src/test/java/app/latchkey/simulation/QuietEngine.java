package app.latchkey.simulation;

import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;

/** Lost leases and the like are what stories are about: the log says nothing of them meanwhile. */
final class QuietEngine implements BeforeAllCallback, AfterAllCallback {

    private static final String ENGINE = "app.latchkey.sync";

    private final LoggingSystem logging = LoggingSystem.get(QuietEngine.class.getClassLoader());

    @Override
    public void beforeAll(ExtensionContext context) {
        logging.setLogLevel(ENGINE, LogLevel.OFF);
    }

    @Override
    public void afterAll(ExtensionContext context) {
        logging.setLogLevel(ENGINE, null);
    }
}
