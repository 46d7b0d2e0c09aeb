package app.latchkey.operator.ui;

import app.latchkey.look.Act;
import app.latchkey.look.PageTime;
import app.latchkey.operator.GapSentences;
import app.latchkey.operator.Sentences;
import app.latchkey.sync.GapQuestion;
import app.latchkey.sync.GapQuestion.Found;
import app.latchkey.sync.GapQuestion.Line;
import app.latchkey.sync.ReviewAnswer.InGroup;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What Salto and our record disagree about after a time of which nothing is known: answered by name, or all of a kind at once. */
class GapCard extends Div {

    private final SpacePage page;
    private final transient GapQuestion question;
    private final Map<Found, CheckboxGroup<Line>> asked = new EnumMap<>(Found.class);

    GapCard(SpacePage page, GapQuestion question) {
        this.page = page;
        this.question = question;
        addClassNames("lk-card", "lk-stack");
        add(
                new H2("Whom did we let in?"),
                new Paragraph(GapSentences.cause(
                        PageTime.when(question.since(), page.now(), page.space().zone()))));
        for (Found found : Found.values()) {
            List<Line> lines = question.found(found);
            if (!lines.isEmpty()) {
                add(found.asks() ? choice(found, lines) : named(found, lines));
            }
        }
        Button goOn = new Act("Go on", () -> confirm());
        goOn.addThemeVariants(ButtonVariant.PRIMARY);
        add(Sections.row(goOn, Ages.asked(question.askedAt(), page)));
    }

    private Component choice(Found found, List<Line> lines) {
        CheckboxGroup<Line> names = new CheckboxGroup<>();
        names.setLabel(GapSentences.label(found, people(lines)));
        names.setHelperText(GapSentences.otherwise(found));
        names.addThemeName("vertical");
        names.addClassName("lk-names-to-tick");
        names.setItems(lines);
        names.setItemLabelGenerator(this::words);
        asked.put(found, names);
        if (lines.size() == 1) {
            return names;
        }
        Button all = new Act("Tick all " + lines.size(), () -> names.setValue(new HashSet<>(lines)));
        Button none = new Act("Tick none", () -> names.clear());
        Stream.of(all, none)
                .forEach(button -> button.setAriaLabel(button.getText() + ": " + GapSentences.heading(found)));
        Div both = new Div(names, Sections.row(all, none));
        both.addClassName("lk-stack");
        return both;
    }

    private Component named(Found found, List<Line> lines) {
        UnorderedList names = new UnorderedList();
        lines.forEach(line -> names.add(new ListItem(words(line))));
        return new NativeDetails(GapSentences.label(found, people(lines)), names);
    }

    private static int people(Collection<Line> lines) {
        return (int) lines.stream().map(line -> line.place().user()).distinct().count();
    }

    private String words(Line line) {
        String because = Sentences.becauses(line.because(), page.voice());
        return line.name() + ", " + line.groupName() + (because.isEmpty() ? "" : ": " + because);
    }

    private void confirm() {
        ConfirmDialog dialog = new ConfirmDialog();
        dialog.setHeader("Go on like this?");
        dialog.setText(GapSentences.answer(
                people(ticked(Found.ENTITLED)), people(ticked(Found.WAS_ENTITLED)), people(ticked(Found.MISSING))));
        dialog.setCancelable(true);
        dialog.setConfirmText("Go on");
        dialog.addConfirmListener(event -> answer());
        dialog.open();
    }

    private void answer() {
        SpacePage.say(
                switch (page.tools().run().madeUp(page.id(), question, ours(), places(ticked(Found.MISSING)))) {
                    case APPROVED -> "Thank you. Changes go on now.";
                    case CHANGED -> "Changed since you opened it; look again.";
                    case DECIDED -> "Somebody has answered it already.";
                });
        page.reread();
    }

    private Set<InGroup> ours() {
        Set<Line> ours = new HashSet<>(ticked(Found.ENTITLED));
        ours.addAll(ticked(Found.WAS_ENTITLED));
        return places(ours);
    }

    private Set<Line> ticked(Found found) {
        CheckboxGroup<Line> names = asked.get(found);
        return names == null ? Set.of() : names.getValue();
    }

    private static Set<InGroup> places(Set<Line> lines) {
        return lines.stream().map(Line::place).collect(Collectors.toUnmodifiableSet());
    }
}
