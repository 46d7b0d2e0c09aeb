package app.latchkey.staff.ui;

import app.latchkey.look.EmptyState;
import app.latchkey.look.State;
import app.latchkey.look.StateChip;
import app.latchkey.look.TimeText;
import app.latchkey.sync.FailureRow;
import app.latchkey.sync.SpaceHealth;
import app.latchkey.sync.StaffBoard;
import app.latchkey.sync.Subject;
import app.latchkey.sync.Sync;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.List;

/** What is failing, for whom, and whose turn is it? */
@Route("staff/failures")
@RolesAllowed("STAFF")
class FailuresView extends StaffPage {

    private final transient StaffBoard staff;
    private final transient Sync sync;

    FailuresView(StaffBoard staff, Sync sync, Clock clock) {
        super("Failures", clock);
        this.staff = staff;
        this.sync = sync;
        show(this::content);
    }

    private Component content() {
        List<FailureRow> failures = staff.failures();
        if (failures.isEmpty()) {
            return new EmptyState("Nothing is failing.");
        }
        Div all = stack();
        failures.forEach(failure -> all.add(card(failure)));
        return all;
    }

    private Component card(FailureRow failure) {
        Div facts = new Div(
                StateChip.saying(whose(failure), "Must act: " + who(failure)),
                new Span("%d people next hour".formatted(failure.peopleNextHour())),
                new Span("since"),
                TimeText.ago(failure.since(), now(), ZONE));
        facts.addClassName("lk-row");
        Div card = stack(
                new H2(failure.words()),
                facts,
                new Paragraph("%d spaces: %s".formatted(failure.spaces().size(), some(failure.spaces()))));
        card.addClassName("lk-card");
        Span code = new Span(failure.partner().map(partner -> partner + " · ").orElse("") + failure.cause());
        code.addClassNames("lk-mono", "lk-quiet");
        if (failure.againHelps()) {
            card.add(new Button(
                    "Run again in these %d spaces".formatted(failure.spaces().size()), event -> again(failure)));
        } else {
            card.add(new Paragraph("Trying again does not help before that."));
        }
        card.add(code);
        return card;
    }

    private void again(FailureRow failure) {
        staff.board().stream()
                .filter(space -> failure.spaces().contains(space.slug()))
                .map(SpaceHealth::space)
                .forEach(space -> sync.wake(space, Subject.wholeSpace(), "asked by staff"));
        Notification.show(
                "Due again in %d spaces.".formatted(failure.spaces().size()),
                5000,
                Notification.Position.BOTTOM_CENTER);
    }

    private static State whose(FailureRow failure) {
        return failure.whoMustAct().equals("US") ? State.STOPPED : State.BEHIND;
    }

    private static String who(FailureRow failure) {
        return switch (failure.whoMustAct()) {
            case "US" -> "us";
            case "SPACE" -> "the operator";
            default -> failure.partner().orElse("the partner");
        };
    }

    private static String some(List<String> spaces) {
        String first = String.join(", ", spaces.subList(0, Math.min(10, spaces.size())));
        return spaces.size() > 10 ? first + " and " + (spaces.size() - 10) + " more" : first;
    }
}
