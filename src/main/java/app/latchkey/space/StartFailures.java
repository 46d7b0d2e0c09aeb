package app.latchkey.space;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Says in one clear sentence why the application did not start, where the cause is the operator's to mend. */
@Order(Ordered.HIGHEST_PRECEDENCE)
public class StartFailures implements FailureAnalyzer {

    @Override
    public @Nullable FailureAnalysis analyze(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SettingsWrong wrong) {
                return analysis(
                        wrong.getMessage(),
                        "Set them as environment variables; the handbook lists them all"
                                + " (src/docs/handbook/running.md).",
                        wrong);
            }
            if (cause instanceof PortInUseException taken) {
                return analysis(
                        "Port " + taken.getPort() + " is in use by another program.",
                        "Stop that program, or set SERVER_PORT (pages) or MANAGEMENT_SERVER_PORT (health) to a free"
                                + " port.",
                        taken);
            }
        }
        return null;
    }

    private static FailureAnalysis analysis(@Nullable String what, String cure, Throwable cause) {
        return new FailureAnalysis(what, cure, cause);
    }
}
