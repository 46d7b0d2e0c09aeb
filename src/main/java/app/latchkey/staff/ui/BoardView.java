package app.latchkey.staff.ui;

import app.latchkey.look.Act;
import app.latchkey.look.EmptyState;
import app.latchkey.look.FindField;
import app.latchkey.look.Icon;
import app.latchkey.look.PageTime;
import app.latchkey.look.State;
import app.latchkey.look.StateChip;
import app.latchkey.look.Table;
import app.latchkey.look.TimeText;
import app.latchkey.staff.ActAsStaff;
import app.latchkey.staff.Board;
import app.latchkey.staff.Remedy;
import app.latchkey.sync.FailureRow;
import app.latchkey.sync.SpaceHealth;
import app.latchkey.sync.SpaceState;
import app.latchkey.sync.StaffBoard;
import app.latchkey.sync.Subject;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Who could stand at a closed door in the next hour, and whose turn is it? */
@Route("staff")
@RolesAllowed("STAFF")
class BoardView extends StaffPage implements BeforeEnterObserver {

    /** What a phone shows of many. */
    private static final int TOP = 10;

    private final transient StaffBoard staff;
    private final transient ActAsStaff act;
    private final FindField find = new FindField(
            "Find a space",
            "Find a space by its name, address or id",
            words -> FindField.address("staff", words.strip()));
    private String search = "";

    BoardView(StaffBoard staff, ActAsStaff act, Clock clock) {
        super("Board", clock);
        this.staff = staff;
        this.act = act;
        show(this::content);
        addComponentAtIndex(1, find);
        find.setWidth("min(100%, 320px)");
    }

    /** What is looked for stands in the address. */
    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        search = find.read(event).strip();
        reread();
    }

    private Component content() {
        Board board = new Board(staff.board());
        Paragraph sentence = new Paragraph(board.sentence());
        sentence.addClassName("lk-headline");
        if (board.spaces().isEmpty()) {
            return stack(new EmptyState("No space yet."));
        }
        return search.isEmpty()
                ? stack(sentence, incidents(staff.failures()), field(board), all(board.spaces()))
                : found(board.found(search));
    }

    private Component found(List<SpaceHealth> spaces) {
        return spaces.isEmpty() ? new EmptyState("No space called “" + search + "”.") : table(spaces);
    }

    private Component all(List<SpaceHealth> spaces) {
        Table table = table(spaces);
        if (spaces.size() <= TOP) {
            return table;
        }
        table.addClassName("lk-top-ten");
        Div rest = quiet("The first %d of %d, most harm first. Find any other above.".formatted(TOP, spaces.size()));
        rest.addClassName("lk-narrow-only");
        return stack(table, rest);
    }

    /** One card for each cause that several spaces share or that people feel within the hour. */
    private Component incidents(List<FailureRow> failures) {
        Div cards = new Div();
        cards.addClassName("lk-cards");
        failures.stream()
                .filter(failure -> failure.spaces().size() > 1 || failure.peopleNextHour() > 0)
                .forEach(failure -> cards.add(incident(failure)));
        cards.setVisible(cards.getComponentCount() > 0);
        return cards;
    }

    private Component incident(FailureRow failure) {
        Div since = new Div(since("since", failure.since(), now()));
        since.addClassName("lk-quiet");
        return card(
                new H2(failure.words()),
                new Paragraph("%s · %s next hour"
                        .formatted(
                                Board.count(failure.spaces().size(), "space", "spaces"),
                                Board.count(failure.peopleNextHour(), "person", "people"))),
                new Paragraph("Must act: " + Remedy.who(failure)),
                since,
                new Anchor(FailuresView.address(Remedy.turn(failure)), "What to do"));
    }

    private static Component field(Board board) {
        Div field = new Div();
        field.addClassName("lk-field");
        field.getElement().setAttribute("role", "group").setAttribute("aria-label", "All spaces, most harm first");
        Map<State, List<SpaceHealth>> states = board.spaces().stream()
                .collect(Collectors.groupingBy(
                        space -> Board.shown(space.state()), LinkedHashMap::new, Collectors.toList()));
        states.forEach((state, spaces) -> field.add(squares(state, spaces)));
        return field;
    }

    /** One state in words, shape and colour, and a square for each space that is in it. */
    private static Component squares(State state, List<SpaceHealth> spaces) {
        Div squares = row(StateChip.saying(state, "%s: %d".formatted(Board.word(state), spaces.size())));
        spaces.forEach(space -> squares.add(square(space)));
        return squares;
    }

    static StateChip chip(SpaceHealth space) {
        State state = Board.shown(space.state());
        return StateChip.saying(state, Board.word(state));
    }

    private static Anchor square(SpaceHealth space) {
        State state = Board.shown(space.state());
        Anchor square = new Anchor("/staff/spaces/" + space.slug(), new Icon(state.shape()));
        square.addClassName(state.tone().className());
        square.setTitle(space.name() + ": " + Board.word(state));
        square.setAriaLabel(space.name() + ": " + Board.word(state));
        return square;
    }

    private Table table(List<SpaceHealth> spaces) {
        Table table = new Table(
                "Spaces",
                "Space",
                "State",
                "Wrong now",
                "Due next hour",
                "Everything read",
                "Salto",
                "Nexudus",
                "Decisions",
                "");
        spaces.forEach(space -> table.row(
                name(space),
                chip(space),
                wrong(space),
                count(space.dueNextHour()),
                age(space),
                partner(space.salto()),
                partner(space.nexudus()),
                count(space.decisions()),
                new Act("Run again", () -> again(space))));
        return table;
    }

    private Component wrong(SpaceHealth space) {
        return space.wrongNow() == 0
                ? count(0)
                : Table.text(
                        space.wrongNow() + space.wrongSince().map(this::since).orElse(""));
    }

    private static Component count(int number) {
        Component words = Table.text(String.valueOf(number));
        return number == 0 ? Table.asUsual(words) : words;
    }

    private static Component partner(app.latchkey.connection.State state) {
        Component chip = PartnerWords.chip(state);
        return state == app.latchkey.connection.State.CONNECTED ? Table.asUsual(chip) : chip;
    }

    private Component name(SpaceHealth space) {
        Div name = new Div(new Anchor("/staff/spaces/" + space.slug(), space.name()));
        space.trouble().ifPresent(words -> name.add(quiet(words)));
        if (space.state() == SpaceState.COMPARING) {
            name.add(quiet("Not looked after for a while: compared with Salto before anything is written"));
        }
        space.frozenUntil()
                .ifPresent(end -> name.add(quiet("Stopped by its operator until " + PageTime.when(end, now(), ZONE))));
        return name;
    }

    private static Div quiet(String words) {
        Div quiet = new Div(words);
        quiet.addClassName("lk-quiet");
        return quiet;
    }

    private String since(Instant instant) {
        return ", since " + PageTime.when(instant, now(), ZONE);
    }

    private Component age(SpaceHealth space) {
        return space.lastCompleteAt()
                .map(at -> space.overdue() ? old(at) : TimeText.ago(at, now(), ZONE))
                .orElseGet(() -> Table.text("never"));
    }

    private Component old(Instant at) {
        return StateChip.saying(State.BEHIND, PageTime.ago(at, now(), ZONE));
    }

    private void again(SpaceHealth space) {
        act.again(space.space(), Subject.wholeSpace());
        say("Looking at " + space.name() + " again. The board changes by itself.");
    }
}
