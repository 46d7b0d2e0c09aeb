package app.latchkey.operator.ui;

import app.latchkey.entitlement.NamedItem;
import app.latchkey.look.PageTime;
import app.latchkey.operator.ChangeSettings;
import app.latchkey.operator.ChangeSettings.Saved;
import app.latchkey.operator.RuleSentences;
import app.latchkey.space.Space;
import app.latchkey.space.SpaceRules;
import app.latchkey.sync.RuleEffects;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.timepicker.TimePicker;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** The rules in numbers, with the effect named before they are saved, and a question where two people change them at once. */
final class RulesForm extends Div {

    private static final int LONGEST = 24 * 60;

    private final transient Space space;
    private final String who;
    private final transient ChangeSettings settings;
    private final transient RuleEffects effects;
    private final transient Supplier<Instant> now;
    private final IntegerField before = minutes("Minutes before a booking its doors open");
    private final IntegerField after = minutes("Minutes after a booking its doors stay open");
    private final TimePicker cutOff = new TimePicker("The business day begins at");
    private final MultiSelectComboBox<NamedItem> shrinking =
            new MultiSelectComboBox<>("Rooms where the one who comes has the gap between two bookings first");
    private final Checkbox teams = new Checkbox("The team of whoever holds a contract comes in with it");
    private final Paragraph effect = new Paragraph();
    private transient SpaceRules read;

    RulesForm(Space space, String who, ChangeSettings settings, RuleEffects effects, Supplier<Instant> now) {
        this.space = space;
        this.who = who;
        this.settings = settings;
        this.effects = effects;
        this.now = now;
        this.read = space.rules();
        addClassNames("lk-card", "lk-stack", "lk-form");
        cutOff.setLocale(Locale.UK);
        cutOff.setHelperText("A used day pass holds to here. In Nexudus it is midnight unless you changed it.");
        shrinking.setItemLabelGenerator(NamedItem::name);
        shrinking.setItems(effects.rooms(space.id()));
        shrinking.setWidthFull();
        shrinking.setHelperText("Elsewhere the times around two bookings may overlap. Booked time is never cut.");
        effect.getElement().setAttribute("role", "status");
        Button save = new Button("Save the rules", event -> save());
        save.addThemeVariants(ButtonVariant.PRIMARY);
        add(before, after, cutOff, shrinking, teams, effect, new Div(save));
        show(read);
        before.addValueChangeListener(event -> foresee());
        after.addValueChangeListener(event -> foresee());
        cutOff.addValueChangeListener(event -> foresee());
        shrinking.addValueChangeListener(event -> foresee());
        teams.addValueChangeListener(event -> foresee());
    }

    private static IntegerField minutes(String label) {
        IntegerField field = new IntegerField(label);
        field.setMin(0);
        field.setMax(LONGEST);
        field.setStepButtonsVisible(true);
        field.setStep(5);
        field.setWidthFull();
        return field;
    }

    private void show(SpaceRules rules) {
        before.setValue((int) rules.before().toMinutes());
        after.setValue((int) rules.after().toMinutes());
        cutOff.setValue(rules.cutOff());
        shrinking.setValue(shrinking
                .getListDataView()
                .getItems()
                .filter(room -> rules.shrinking().contains(room.id()))
                .collect(Collectors.toSet()));
        teams.setValue(rules.teams());
        foresee();
    }

    /** Nothing while a field holds no possible value. */
    Optional<SpaceRules> wanted() {
        if (!possible(before) || !possible(after) || cutOff.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new SpaceRules(
                Duration.ofMinutes(before.getValue()),
                Duration.ofMinutes(after.getValue()),
                cutOff.getValue(),
                shrinking.getValue().stream().map(NamedItem::id).collect(Collectors.toSet()),
                teams.getValue(),
                read.visitors(),
                read.bridge(),
                read.overdue(),
                read.idleDays(),
                read.rails()));
    }

    private static boolean possible(IntegerField field) {
        return !field.isEmpty() && field.getValue() >= 0 && field.getValue() <= LONGEST;
    }

    private void foresee() {
        effect.setText(wanted().map(rules -> RuleSentences.effect(read, rules, effects.of(space.id(), rules)))
                .orElse("Each is between 0 and 1,440 minutes, and the day begins at a time."));
    }

    private void save() {
        Optional<SpaceRules> wanted = wanted();
        if (wanted.isEmpty() || wanted.get().equals(read)) {
            foresee();
            return;
        }
        switch (settings.rules(space.id(), who, read, wanted.get())) {
            case Saved.Done() -> saved(wanted.get());
            case Saved.Meanwhile meanwhile -> ask(meanwhile, wanted.get());
        }
    }

    private void saved(SpaceRules rules) {
        read = rules;
        foresee();
        SpacePage.say("Saved. The next run follows the new rules.");
    }

    private void ask(Saved.Meanwhile meanwhile, SpaceRules mine) {
        ConfirmDialog dialog = new ConfirmDialog();
        dialog.setHeader("Which rules?");
        dialog.setText("%s Yours are %s.".formatted(theirs(meanwhile), words(mine)));
        dialog.setRejectable(true);
        dialog.setRejectText("Keep theirs");
        dialog.setConfirmText("Save mine");
        dialog.addRejectListener(event -> {
            read = meanwhile.theirs();
            show(read);
        });
        dialog.addConfirmListener(event -> {
            read = meanwhile.theirs();
            save();
        });
        dialog.open();
    }

    private String theirs(Saved.Meanwhile meanwhile) {
        Function<Instant, String> when = at -> PageTime.when(at, now.get(), space.zone());
        return meanwhile
                .change()
                .map(entry -> "%s changed them to %s at %s."
                        .formatted(entry.who(), words(meanwhile.theirs()), when.apply(entry.at())))
                .orElseGet(() -> "Somebody changed them to %s.".formatted(words(meanwhile.theirs())));
    }

    private static String words(SpaceRules rules) {
        return "%d min before, %d min after, day from %s, %d rooms that give way, teams %s"
                .formatted(
                        rules.before().toMinutes(),
                        rules.after().toMinutes(),
                        rules.cutOff(),
                        rules.shrinking().size(),
                        rules.teams() ? "come in" : "do not come in");
    }
}
