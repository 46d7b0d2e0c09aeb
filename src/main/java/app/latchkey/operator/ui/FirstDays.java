package app.latchkey.operator.ui;

import app.latchkey.look.Steps;
import app.latchkey.look.Steps.Standing;
import app.latchkey.look.Steps.Step;
import app.latchkey.sync.Beginning;
import com.vaadin.flow.component.Component;
import java.util.List;

/** What a new space should have seen once before its operators look away. */
final class FirstDays {

    private FirstDays() {}

    static Component of(Beginning beginning) {
        return Sections.card(new Steps(List.of(
                step(beginning.letIn(), "First person let in", "by a purchase, without anybody's hand"),
                step(beginning.letOut(), "First access ended", "by a purchase that was over"),
                step(beginning.secondOperator(), "Second operator", "so that one can sign in while the other is away"),
                step(beginning.phone(), "Phone that members call", "shown to whoever stands at a locked door"))));
    }

    private static Step step(boolean done, String title, String what) {
        return new Step(done ? Standing.RIGHT : Standing.WAITING, title, what);
    }
}
