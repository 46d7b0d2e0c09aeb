package app.latchkey.space;

import java.util.List;

/** Some settings are missing or malformed; the application does not start. */
public class SettingsWrong extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SettingsWrong(List<String> complaints) {
        super("Latchkey does not start, because of its settings:\n  - " + String.join("\n  - ", complaints));
    }
}
