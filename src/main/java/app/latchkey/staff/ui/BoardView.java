package app.latchkey.staff.ui;

import app.latchkey.look.EmptyState;
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
import app.latchkey.sync.StaffBoard;
import app.latchkey.sync.Subject;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Who could stand at a closed door in the next hour, and whose turn is it? */
@Route("staff")
@RolesAllowed("STAFF")
class BoardView extends StaffPage {

    private final transient StaffBoard staff;
    private final transient ActAsStaff act;

    BoardView(StaffBoard staff, ActAsStaff act, Clock clock) {
        super("Board", clock);
        this.staff = staff;
        this.act = act;
        show(this::content);
    }

    private Component content() {
        Board board = new Board(staff.board());
        Paragraph sentence = new Paragraph(board.sentence());
        sentence.addClassName("lk-headline");
        if (board.spaces().isEmpty()) {
            return stack(new EmptyState("No space yet."));
        }
        return stack(sentence, incidents(staff.failures()), field(board), table(board));
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
        Div since = row(new Span("since"), TimeText.ago(failure.since(), now(), ZONE));
        since.addClassName("lk-quiet");
        return card(
                new H2(failure.words()),
                new Paragraph("%s · %s next hour"
                        .formatted(
                                Board.count(failure.spaces().size(), "space", "spaces"),
                                Board.count(failure.peopleNextHour(), "person", "people"))),
                new Paragraph("Must act: " + Remedy.who(failure)),
                since,
                new Anchor("/staff/failures", "What to do"));
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
        Div squares = row(StateChip.saying(state, "%s: %d".formatted(state.operatorWord(), spaces.size())));
        spaces.forEach(space -> squares.add(square(space)));
        return squares;
    }

    private static Anchor square(SpaceHealth space) {
        State state = Board.shown(space.state());
        Anchor square = new Anchor("/staff/spaces/" + space.slug(), new Icon(state.shape()));
        square.addClassName(state.tone().className());
        square.setTitle(space.name() + ": " + state.operatorWord());
        square.setAriaLabel(space.name() + ": " + state.operatorWord());
        return square;
    }

    private Component table(Board board) {
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
        board.spaces()
                .forEach(space -> table.row(
                        name(space),
                        StateChip.forOperator(Board.shown(space.state())),
                        Table.text(space.wrongNow()
                                + space.wrongSince().map(this::since).orElse("")),
                        Table.text(String.valueOf(space.dueNextHour())),
                        age(space.lastCompleteAt()),
                        partner(space.saltoAnswers()),
                        partner(space.nexudusAnswers()),
                        Table.text(String.valueOf(space.decisions())),
                        new Button("Run again", event -> again(space))));
        return table;
    }

    private Component name(SpaceHealth space) {
        Div name = new Div(new Anchor("/staff/spaces/" + space.slug(), space.name()));
        space.trouble().ifPresent(words -> name.add(quiet(words)));
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

    private Component age(Optional<Instant> instant) {
        return instant.<Component>map(at -> TimeText.ago(at, now(), ZONE)).orElseGet(() -> Table.text("never"));
    }

    private static Component partner(boolean answers) {
        return answers ? StateChip.saying(State.RIGHT, "Answers") : StateChip.saying(State.STOPPED, "Does not answer");
    }

    private void again(SpaceHealth space) {
        act.again(space.space(), Subject.wholeSpace());
        say("Looking at " + space.name() + " again. The board changes by itself.");
    }
}
