package app.latchkey.doors.ui;

import app.latchkey.doors.DoorCard;
import app.latchkey.doors.DoorCard.Help;
import app.latchkey.doors.PageWords;
import app.latchkey.doors.SpaceDoors;
import app.latchkey.doors.WayIn;
import app.latchkey.entitlement.Remedy;
import app.latchkey.look.Act;
import app.latchkey.look.EmptyState;
import app.latchkey.look.State;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import java.util.List;
import java.util.Optional;

/** A member's doors at one space, in the page's order; with a heading of its own when there are several. */
final class SpaceBlock extends Div {

    private final boolean several;
    private final SpaceDoors space;
    private final transient Runnable newPin;

    /**
     * @param title empty where the page has the space's name already
     * @param newPin what the button for that does
     */
    SpaceBlock(SpaceDoors space, Optional<String> title, Runnable newPin) {
        this.space = space;
        this.newPin = newPin;
        this.several = title.isPresent();
        addClassName("lk-doors-space");
        title.map(H2::new).ifPresent(this::add);
        space.told().stream().limit(1).forEach(line -> add(note(line, "lk-tone-next")));
        space.troubles().forEach(line -> add(note(line, "lk-tone-withheld")));
        if (space.doors().isEmpty()) {
            add(nothingToday());
        }
        open(space.doors().open());
        section("section.on-its-way", space.doors().onItsWay());
        section("section.next", space.doors().next());
        later(space.doors().later());
        section("section.closed", space.doors().closed());
        waysIn();
    }

    private static Component note(String line, String tone) {
        Paragraph note = new Paragraph(line);
        note.addClassNames("lk-doors-note", tone);
        note.getElement().setAttribute("role", "status");
        return note;
    }

    private Component nothingToday() {
        Help book = new Help(Remedy.SEE_OFFERS, say("empty.book"));
        return new EmptyState(PageWords.say(space.language(), "empty", "space", space.name()))
                .withButton(book.label(), () -> new HelpDialog(space, book).open());
    }

    /** The likeliest door carries the ways in: who stands there needs nothing else of the page. */
    private void open(List<DoorCard> cards) {
        if (cards.isEmpty()) {
            return;
        }
        Section section = new Section(heading(say("section.open")));
        List<WayIn> ready = space.ways().stream().filter(WayIn::ready).toList();
        for (int i = 0; i < cards.size(); i++) {
            boolean likeliest = i == 0 && cards.get(i).state() != State.NOT_KNOWN;
            section.add(
                    new DoorBlock(space, cards.get(i), several).with(likeliest ? ready : List.of(), space.waysSeen()));
        }
        add(section);
    }

    private void section(String title, List<DoorCard> cards) {
        if (!cards.isEmpty()) {
            Section section = new Section(heading(say(title)));
            cards.forEach(card -> section.add(new DoorBlock(space, card, several)));
            add(section);
        }
    }

    private void later(List<DoorCard> cards) {
        if (!cards.isEmpty()) {
            Div folded = new Div();
            cards.forEach(card -> folded.add(new DoorBlock(space, card, several)));
            String title = PageWords.say(space.language(), "section.later", "n", String.valueOf(cards.size()));
            add(new NativeDetails(title, folded));
        }
    }

    /** Where all are ready and a door shows them, they are said already. */
    private void waysIn() {
        boolean said = !space.doors().open().isEmpty()
                && !space.ways().isEmpty()
                && space.ways().stream().allMatch(WayIn::ready);
        Section section = new Section(heading(say("section.ways")));
        if (!said) {
            section.add(space.ways().isEmpty() ? new Paragraph(say("way.none")) : DoorBlock.list(space.ways()));
            space.waysSeen().map(DoorBlock::quiet).ifPresent(section::add);
        }
        if (space.usesPin()) {
            section.add(new Act(say("pin.make"), newPin));
        }
        if (!said || space.usesPin()) {
            add(section);
        }
    }

    private Component heading(String title) {
        return several ? new H3(title) : new H2(title);
    }

    private String say(String key) {
        return PageWords.say(space.language(), key);
    }
}
