package app.latchkey.operator.ui;

import app.latchkey.look.Act;
import app.latchkey.operator.LeavingSentences;
import app.latchkey.operator.Sentences;
import app.latchkey.sync.Leaving.Way;
import app.latchkey.sync.Leavings;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextField;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Asks how a space leaves, with everybody whom it reaches by name. No way is chosen beforehand, and the space's name has to be typed. */
final class LeaveForm extends Div {

    private final SpacePage page;
    private final transient Leavings leavings;
    private final RadioButtonGroup<Way> ways = new RadioButtonGroup<>("Everybody whom we let in");
    private final DateTimePicker day = new DateTimePicker("They are taken out on");
    private final TextField name = new TextField();
    private final Button leave = new Act("Leave Latchkey", () -> leave());

    LeaveForm(SpacePage page, Leavings leavings) {
        this.page = page;
        this.leavings = leavings;
        addClassNames("lk-card", "lk-stack", "lk-form");
        ways.setItems(Way.values());
        ways.setItemLabelGenerator(way -> LeavingSentences.name(way) + ". " + LeavingSentences.meaning(way));
        ways.addThemeName("vertical");
        ways.addValueChangeListener(event -> day.setVisible(event.getValue() == Way.END_ON));
        day.setLocale(Locale.UK);
        name.setWidthFull();
        name.setMaxLength(200);
        leave.addThemeVariants(ButtonVariant.ERROR);
    }

    /** Reads anew whom it reaches. */
    void ask() {
        removeAll();
        ways.clear();
        day.setVisible(false);
        name.clear();
        name.setLabel(
                "Type the space’s name, %s, to leave".formatted(page.space().name()));
        List<Leavings.Ours> ours = leavings.ours(page.id());
        add(
                new Paragraph(
                        "Whoever was put in, or given a tag, by somebody else stays as they are. Our webhooks in Nexudus are deleted and"
                                + " our access to Salto and Nexudus is destroyed. You get a receipt that names everybody."),
                names(ours),
                tags(leavings.tags(page.id())),
                ways,
                day,
                name,
                new Div(leave));
    }

    private static Component names(List<Leavings.Ours> ours) {
        if (ours.isEmpty()) {
            return new Paragraph("Nobody is in a group because of us.");
        }
        UnorderedList list = new UnorderedList();
        ours.forEach(one -> list.add(new ListItem(one.name() + " in " + one.group())));
        int people = (int) ours.stream().map(Leavings.Ours::name).distinct().count();
        return new NativeDetails(
                "%s in %s because of us: see who".formatted(Sentences.people(people), places(ours.size())), list);
    }

    /** Nothing to be seen where we gave none. */
    private static Component tags(List<Leavings.OurTag> tags) {
        UnorderedList list = new UnorderedList();
        tags.forEach(one -> list.add(new ListItem("%s, tag %s".formatted(one.name(), one.tag()))));
        NativeDetails details = new NativeDetails(
                tags.size() == 1
                        ? "1 tag was given by us: see which"
                        : tags.size() + " tags were given by us: see which",
                list);
        details.setVisible(!tags.isEmpty());
        return details;
    }

    private static String places(int number) {
        return number == 1 ? "1 place" : number + " places";
    }

    private void leave() {
        Optional<String> missing = missing();
        if (missing.isPresent()) {
            SpacePage.say(missing.get());
            return;
        }
        boolean begun = page.tools().run().leave(page.id(), ways.getValue(), at().orElseGet(page::now));
        SpacePage.say(begun ? "You are leaving. This page shows how far it has come." : "It has begun already.");
        page.reread();
    }

    private Optional<String> missing() {
        if (ways.getValue() == null) {
            return Optional.of("Choose what becomes of everybody whom we let in.");
        }
        if (ways.getValue() == Way.END_ON && at().filter(page.now()::isBefore).isEmpty()) {
            return Optional.of("Choose a date that is still to come.");
        }
        return name.getValue().strip().equals(page.space().name())
                ? Optional.empty()
                : Optional.of("Type the space’s name as it stands above.");
    }

    private Optional<Instant> at() {
        return Optional.<LocalDateTime>ofNullable(day.getValue())
                .filter(local -> ways.getValue() == Way.END_ON)
                .map(local -> local.atZone(page.space().zone()).toInstant());
    }
}
