package app.latchkey.operator.ui;

import app.latchkey.look.Act;
import app.latchkey.look.PageTime;
import app.latchkey.shared.AccessGroupId;
import app.latchkey.sync.Gifts;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/** Asks which doors, until when and why; its button says what it does. */
class GiveDialog extends Dialog {

    private static final int LONGEST_REASON = 120;

    private final ComboBox<Gifts.Choice> group = new ComboBox<>("Access group");
    private final DateTimePicker until = new DateTimePicker("Until");
    private final TextField reason = new TextField("Reason, for the record");
    private final Button give = new Button();
    private final transient Limits limits;
    private final transient Consumer<Wanted> wanted;

    /** What somebody chose to give. */
    record Wanted(AccessGroupId group, String groupName, Instant until, String reason) {}

    /**
     * What stands in the fields at first.
     *
     * @param door named by somebody who stands at it
     */
    record Begin(Optional<String> door, Instant until, String reason) {}

    /**
     * Within which somebody may give.
     *
     * @param latest end, at the longest
     */
    record Limits(Instant now, Instant latest, ZoneId zone) {

        String words(Instant end) {
            return PageTime.when(end, now, zone);
        }
    }

    GiveDialog(String title, List<Gifts.Choice> choices, Begin begin, Limits limits, Consumer<Wanted> wanted) {
        this.limits = limits;
        this.wanted = wanted;
        setHeaderTitle(title);
        group.setItems(choices);
        group.setItemLabelGenerator(Gifts.Choice::name);
        group.addValueChangeListener(event -> group.setHelperText(doors(event.getValue())));
        first(choices, begin.door()).ifPresent(group::setValue);
        until.setLocale(Locale.UK);
        until.addValueChangeListener(event -> nameTheButton());
        until.setValue(LocalDateTime.ofInstant(begin.until(), limits.zone()));
        reason.setMaxLength(LONGEST_REASON);
        reason.setPlaceholder("Lost tag");
        reason.setValueChangeMode(ValueChangeMode.EAGER);
        reason.setValue(begin.reason());
        Div form = new Div(group, until, reason);
        form.addClassNames("lk-stack", "lk-fields");
        add(form, new Paragraph("Access ends by itself. A purchase that lasts longer is not cut short."));
        give.addThemeVariants(ButtonVariant.PRIMARY);
        give.addClickListener(event -> give());
        getFooter().add(new Act("Cancel", () -> close()), give);
    }

    /** The group with the fewest doors besides the one asked for; the only one, when no door is asked for. */
    static Optional<Gifts.Choice> first(List<Gifts.Choice> choices, Optional<String> door) {
        if (door.isEmpty()) {
            return choices.size() == 1 ? Optional.of(choices.getFirst()) : Optional.empty();
        }
        return choices.stream()
                .filter(choice ->
                        choice.doors().contains(door.get()) || choice.name().equals(door.get()))
                .min((one, other) ->
                        Integer.compare(one.doors().size(), other.doors().size()));
    }

    private void give() {
        Optional<Instant> end = end();
        group.setInvalid(group.isEmpty());
        group.setErrorMessage("Choose what opens.");
        reason.setInvalid(reason.getValue().isBlank());
        reason.setErrorMessage("Say why; it stands in the audit.");
        Optional<String> wrong = wrongWith(end);
        until.setInvalid(wrong.isPresent());
        wrong.ifPresent(until::setErrorMessage);
        if (!group.isInvalid() && !reason.isInvalid() && wrong.isEmpty()) {
            close();
            wanted.accept(new Wanted(
                    group.getValue().group(),
                    group.getValue().name(),
                    end.orElseThrow(),
                    reason.getValue().strip()));
        }
    }

    private Optional<String> wrongWith(Optional<Instant> end) {
        if (end.isEmpty()) {
            return Optional.of("Say when it ends.");
        }
        if (!end.get().isAfter(limits.now())) {
            return Optional.of("This is over already. Choose a later end.");
        }
        return end.get().isAfter(limits.latest())
                ? Optional.of("You may give access until %s. What lasts longer is a pass or a contract."
                        .formatted(limits.words(limits.latest())))
                : Optional.empty();
    }

    private Optional<Instant> end() {
        return Optional.ofNullable(until.getValue())
                .map(local -> local.atZone(limits.zone()).toInstant());
    }

    private void nameTheButton() {
        give.setText(end().map(end -> "Give access until " + limits.words(end)).orElse("Give access"));
    }

    private static String doors(Gifts.Choice choice) {
        return choice == null || choice.doors().isEmpty() ? "" : "Opens " + String.join(", ", choice.doors());
    }
}
