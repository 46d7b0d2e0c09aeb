package app.latchkey.staff.ui;

import app.latchkey.look.Act;
import app.latchkey.look.EmptyState;
import app.latchkey.look.State;
import app.latchkey.look.StateChip;
import app.latchkey.shared.SpaceId;
import app.latchkey.staff.ActAsStaff;
import app.latchkey.staff.Board;
import app.latchkey.staff.Remedy;
import app.latchkey.staff.Remedy.Turn;
import app.latchkey.sync.DeadLetter;
import app.latchkey.sync.FailureRow;
import app.latchkey.sync.SpaceHealth;
import app.latchkey.sync.StaffBoard;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What is failing, for whom, and whose turn is it? The chosen turn stands in the address. */
@Route("staff/failures")
@RolesAllowed("STAFF")
class FailuresView extends StaffPage implements BeforeEnterObserver {

    private static final int NAMED = 10;

    private final transient StaffBoard staff;
    private final transient ActAsStaff act;
    private Optional<Turn> chosen = Optional.empty();

    FailuresView(StaffBoard staff, ActAsStaff act, Clock clock) {
        super("Failures", clock);
        this.staff = staff;
        this.act = act;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        chosen = event.getLocation()
                .getQueryParameters()
                .getSingleParameter("turn")
                .flatMap(FailuresView::turn);
        show(() -> stack(draw(staff.failures()), letters(staff.deadLetters())));
    }

    Component draw(List<FailureRow> failures) {
        if (failures.isEmpty()) {
            return new EmptyState("Nothing is failing.");
        }
        Div all = stack(turns(failures));
        List<FailureRow> shown = failures.stream()
                .filter(failure -> isChosen(Remedy.turn(failure)))
                .toList();
        shown.forEach(failure -> all.add(card(failure)));
        if (shown.isEmpty()) {
            all.add(new EmptyState("Nothing that waits for them is failing."));
        }
        return all;
    }

    /** Nothing where there are none. */
    private Component letters(List<DeadLetter> letters) {
        return letters.isEmpty() ? new Div() : new DeadLetters(letters, act, now());
    }

    private boolean isChosen(Turn turn) {
        return chosen.map(turn::equals).orElse(true);
    }

    private Component turns(List<FailureRow> failures) {
        Nav turns = new Nav(turn("All", "/staff/failures", failures.size(), chosen.isEmpty()));
        turns.addClassName("lk-filters");
        turns.setAriaLabel("Whose turn");
        for (Turn turn : Turn.values()) {
            int count = (int) failures.stream()
                    .filter(failure -> Remedy.turn(failure) == turn)
                    .count();
            turns.add(turn(
                    turn.label(),
                    address(turn),
                    count,
                    chosen.filter(turn::equals).isPresent()));
        }
        return turns;
    }

    /** Where the failures are that wait for them. */
    static String address(Turn turn) {
        return "/staff/failures?turn=" + turn.name().toLowerCase(Locale.ROOT);
    }

    private static Anchor turn(String label, String address, int count, boolean current) {
        Anchor turn = new Anchor(address, label + " " + count);
        if (current) {
            turn.getElement().setAttribute("aria-current", "true");
        }
        return turn;
    }

    private Component card(FailureRow failure) {
        int spaces = failure.spaces().size();
        Span code = new Span(Remedy.code(failure));
        code.addClassNames("lk-mono", "lk-quiet");
        Div card = card(
                new H2(failure.words()),
                row(
                        StateChip.saying(state(failure), "Must act: " + Remedy.who(failure)),
                        new Span(Board.count(failure.peopleNextHour(), "person", "people") + " next hour"),
                        since("since", failure.since(), now())),
                new Paragraph(Remedy.todo(failure)),
                spaces(failure));
        card.addClassName("lk-stack");
        if (Remedy.goesOnByItself(failure)) {
            card.add(new Paragraph("It goes on by itself."));
        } else if (failure.againHelps()) {
            String which = spaces == 1 ? "Try again" : "Try all %d spaces again".formatted(spaces);
            card.add(new Div(new Act(which, () -> confirm(failure))));
        } else {
            card.add(new Paragraph("Trying again does not help before that."));
        }
        card.add(code);
        return card;
    }

    private static Component spaces(FailureRow failure) {
        Div named = row();
        failure.spaces().stream().limit(NAMED).forEach(slug -> named.add(new Anchor("/staff/spaces/" + slug, slug)));
        int more = failure.spaces().size() - NAMED;
        if (more > 0) {
            named.add(new Span("and " + more + " more"));
        }
        return named;
    }

    private void confirm(FailureRow failure) {
        String count = Board.count(failure.spaces().size(), "space", "spaces");
        ConfirmDialog dialog = new ConfirmDialog();
        dialog.setHeader("Try " + count + " again?");
        dialog.setText("Each is read anew within its budget. The audit of each space names you.");
        dialog.setCancelable(true);
        dialog.setConfirmText("Try " + count + " again");
        dialog.addConfirmListener(event -> again(failure));
        dialog.open();
    }

    private void again(FailureRow failure) {
        List<SpaceId> spaces = staff.board().stream()
                .filter(space -> failure.spaces().contains(space.slug()))
                .map(SpaceHealth::space)
                .toList();
        act.againIn(spaces);
        say("Due again in %s.".formatted(Board.count(spaces.size(), "space", "spaces")));
    }

    private static State state(FailureRow failure) {
        return Remedy.turn(failure) == Turn.OURS ? State.STOPPED : State.BEHIND;
    }

    private static Optional<Turn> turn(String words) {
        return Arrays.stream(Turn.values())
                .filter(turn -> turn.name().equalsIgnoreCase(words))
                .findFirst();
    }
}
