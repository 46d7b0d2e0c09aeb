package app.latchkey.operator.ui;

import app.latchkey.look.Act;
import app.latchkey.look.PageTime;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/** Asks when something ends; its button says what it does. */
class EndDialog extends Dialog {

    private final SpacePage page;
    private final DateTimePicker end = new DateTimePicker("Ends");
    private final Button set = new Button();
    private final transient Consumer<Instant> wanted;

    EndDialog(SpacePage page, String title, Consumer<Instant> wanted) {
        this.page = page;
        this.wanted = wanted;
        setHeaderTitle(title);
        end.setLocale(Locale.UK);
        end.setHelperText(
                "In the time of " + page.space().name() + ", " + page.space().zone());
        end.addValueChangeListener(event -> nameTheButton());
        nameTheButton();
        add(
                end,
                new Paragraph(
                        "Then we take them out of the group, unless something they have bought lets them in at that time."));
        set.addThemeVariants(ButtonVariant.PRIMARY);
        set.addClickListener(event -> set());
        getFooter().add(new Act("Cancel", () -> close()), set);
    }

    private void set() {
        Optional<Instant> chosen = chosen();
        boolean later = chosen.filter(page.now()::isBefore).isPresent();
        end.setInvalid(!later);
        end.setErrorMessage(chosen.isEmpty() ? "Say when it ends." : "This is over already. Choose a later end.");
        if (later) {
            close();
            wanted.accept(chosen.orElseThrow());
        }
    }

    private Optional<Instant> chosen() {
        return Optional.<LocalDateTime>ofNullable(end.getValue())
                .map(local -> local.atZone(page.space().zone()).toInstant());
    }

    private void nameTheButton() {
        set.setText(chosen().map(at ->
                        "End it " + PageTime.when(at, page.now(), page.space().zone()))
                .orElse("Set the end"));
    }
}
