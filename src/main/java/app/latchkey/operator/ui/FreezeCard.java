package app.latchkey.operator.ui;

import app.latchkey.look.Act;
import app.latchkey.look.TimeText;
import app.latchkey.operator.ChangeSettings;
import app.latchkey.space.Space;
import app.latchkey.sync.OverdueEnd;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The emergency brake, and who is still in while removals are held for whatever reason. */
final class FreezeCard extends Div {

    private final transient SpacePage page;
    private final transient ChangeSettings settings;

    FreezeCard(SpacePage page, ChangeSettings settings, List<OverdueEnd> stillIn) {
        this.page = page;
        this.settings = settings;
        addClassNames("lk-card", "lk-stack", "lk-form");
        Space space = settings.read(page.id());
        Optional.ofNullable(space.frozenUntil())
                .filter(until -> space.frozen(page.now()))
                .ifPresentOrElse(this::frozen, this::brake);
        if (!stillIn.isEmpty()) {
            add(new StillIn(page, stillIn));
        }
    }

    private void brake() {
        Button stop = new Act("Stop all removals now", () -> confirm());
        stop.addThemeVariants(ButtonVariant.ERROR);
        add(
                new Paragraph(
                        "For %d hours nobody is taken out of a group, and nobody new is let in. It lapses by itself."
                                .formatted(ChangeSettings.FREEZE.toHours())),
                new Div(stop));
    }

    private void frozen(Instant end) {
        Div until = Sections.row(
                new Span("Every change is stopped until"),
                TimeText.when(end, page.now(), page.space().zone()));
        add(until);
        if (page.operates()) {
            add(new Div(new Act("Let changes go on", () -> thaw())));
        }
    }

    private void confirm() {
        ConfirmDialog dialog = new ConfirmDialog();
        dialog.setHeader("Stop all removals now?");
        dialog.setText("Nothing is written to a door for %d hours: nobody is taken out, and nobody new is let in."
                .formatted(ChangeSettings.FREEZE.toHours()));
        dialog.setCancelable(true);
        dialog.setConfirmText("Stop all removals now");
        dialog.addConfirmListener(event -> freeze());
        dialog.open();
    }

    private void freeze() {
        settings.freeze(page.id(), page.who());
        SpacePage.say("Every change is stopped. Doors stay as they are.");
        page.reread();
    }

    private void thaw() {
        settings.thaw(page.id(), page.who());
        SpacePage.say("Changes go on. What waited is done now.");
        page.reread();
    }
}
