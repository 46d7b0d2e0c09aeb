package app.latchkey.operator.ui;

import app.latchkey.look.Act;
import app.latchkey.look.EmptyState;
import app.latchkey.look.FindField;
import app.latchkey.look.PageTime;
import app.latchkey.look.Table;
import app.latchkey.operator.DecideByHand;
import app.latchkey.operator.Sentences;
import app.latchkey.sync.InByHand;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import jakarta.annotation.security.PermitAll;
import java.util.ArrayList;
import java.util.List;

/** Who is in a group because others put them there, and what becomes of each. */
@Route("spaces/:slug/decisions/by-hand")
@PermitAll
class ByHandView extends SpacePage {

    private final transient DecideByHand byHand;
    private final FindField field = new FindField(
            "Name or group",
            "Search people in a group by hand",
            words -> FindField.address("spaces/" + space().slug() + "/decisions/by-hand", words));
    private String search = "";
    private final transient Portion portion = new Portion();

    ByHandView(PageTools tools, DecideByHand byHand) {
        super(tools, "In a group by hand");
        this.byHand = byHand;
    }

    @Override
    void read(RouteParameters parameters, BeforeEnterEvent event) {
        search = field.read(event);
        portion.fromTheStart();
    }

    @Override
    List<Component> standing() {
        return List.of(
                new Anchor(url("/decisions"), "Decisions"),
                Sections.head("In a group by hand", field),
                new Paragraph(
                        "Somebody put them there in Salto, or another program did. We change nothing about them until you say so:"
                                + " whom we look after leaves when what they bought ends; an end takes them out at that time; what"
                                + " is never changed stays as it is, whatever is bought or ends."));
    }

    @Override
    List<Component> content() {
        List<InByHand> people = byHand.find(id(), search);
        if (people.isEmpty()) {
            return List.of(new EmptyState(
                    search.isBlank()
                            ? "Nobody. Everybody in your groups is there because we let them in."
                            : "Nobody called “" + search + "” is in a group by hand."));
        }
        List<Component> all = new ArrayList<>();
        all.add(table(portion.of(people)));
        portion.more(people, this::reread).ifPresent(all::add);
        return all;
    }

    private Component table(List<InByHand> people) {
        Table table = new Table("People in a group by hand", "Name", "Group", "What they have bought", "Stays", "");
        people.forEach(person -> table.row(
                customer(person.customer(), person.name()),
                Table.text(person.groupName()),
                bought(person),
                Table.text(stays(person)),
                choices(person)));
        return new Div(table);
    }

    private Component bought(InByHand person) {
        return person.because().isEmpty()
                ? Table.text("nothing that opens it")
                : Table.text(Sentences.becauses(person.because(), voice()));
    }

    private String stays(InByHand person) {
        if (person.untouchable()) {
            return "for good: never changed";
        }
        return person.endsAt()
                .map(end -> "until " + PageTime.when(end, now(), space().zone()))
                .orElse("until somebody says otherwise");
    }

    private Component choices(InByHand person) {
        Div choices = Sections.row();
        if (person.untouchable() || person.endsAt().isPresent()) {
            choices.add(act(person, person.untouchable() ? "Allow changes" : "Take the end back", () -> {
                byHand.leaveAsItIs(id(), person);
                say(person.name() + " stays in " + person.groupName() + " as before.");
            }));
            return choices;
        }
        if (!person.because().isEmpty()) {
            choices.add(act(person, "Look after", () -> lookAfter(person)));
        }
        choices.add(act(person, "Set an end", () -> askForAnEnd(person)));
        choices.add(act(person, "Never change", () -> {
            byHand.neverTouch(id(), person);
            say("Nothing changes about %s in %s.".formatted(person.name(), person.groupName()));
        }));
        return choices;
    }

    private Button act(InByHand person, String words, Runnable deed) {
        Button button = new Act(words, () -> {
            deed.run();
            reread();
        });
        button.setAriaLabel("%s: %s in %s".formatted(words, person.name(), person.groupName()));
        return button;
    }

    private void lookAfter(InByHand person) {
        say(
                byHand.lookAfter(id(), person)
                        ? "%s is looked after: they leave %s when what they bought ends."
                                .formatted(person.name(), person.groupName())
                        : "Nothing that %s has bought counts now. Set an end instead.".formatted(person.name()));
    }

    private void askForAnEnd(InByHand person) {
        new EndDialog(this, "When does %s leave %s?".formatted(person.name(), person.groupName()), end -> {
                    byHand.endAt(id(), person, end);
                    say("%s leaves %s %s."
                            .formatted(person.name(), person.groupName(), PageTime.when(end, now(), space().zone())));
                    reread();
                })
                .open();
    }
}
