package app.latchkey.operator.ui;

import app.latchkey.look.Act;
import com.vaadin.flow.component.Component;
import java.util.List;
import java.util.Optional;

/** The first fifty rows of a list, and fifty more at each press. */
final class Portion {

    private static final int STEP = 50;

    private int shown = STEP;

    void fromTheStart() {
        shown = STEP;
    }

    /** How many rows to ask for: the one too many tells that there are more. */
    int asked() {
        return shown + 1;
    }

    <T> List<T> of(List<T> rows) {
        return rows.subList(0, Math.min(shown, rows.size()));
    }

    /** The way to more; nothing where all are shown. */
    Optional<Component> more(List<?> rows, Runnable reread) {
        return rows.size() <= shown
                ? Optional.empty()
                : Optional.of(new Act("Show %d more".formatted(STEP), () -> {
                    shown += STEP;
                    reread.run();
                }));
    }
}
