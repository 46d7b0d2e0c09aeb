package app.latchkey.operator.ui;

import app.latchkey.look.Act;
import app.latchkey.look.PageTime;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import java.time.Instant;
import java.time.LocalTime;

/** Puts a decision off until the next morning. */
final class Later {

    private static final LocalTime MORNING = LocalTime.of(9, 0);

    private Later() {}

    static Button button(SpacePage page, String decision) {
        Instant morning =
                page.now().atZone(page.space().zone()).plusDays(1).with(MORNING).toInstant();
        String when = PageTime.when(morning, page.now(), page.space().zone());
        Button later = new Act("Later: " + when, () -> {
            page.tools().run().putOff(page.id(), decision, morning);
            SpacePage.say("You see it again " + when + ". Until then nothing changes because of it.");
            page.reread();
        });
        later.addThemeVariants(ButtonVariant.TERTIARY);
        return later;
    }
}
