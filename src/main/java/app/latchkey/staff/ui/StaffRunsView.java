package app.latchkey.staff.ui;

import app.latchkey.look.Act;
import app.latchkey.look.EmptyState;
import app.latchkey.look.State;
import app.latchkey.look.StateChip;
import app.latchkey.look.StripOfRuns;
import app.latchkey.look.Table;
import app.latchkey.look.TimeText;
import app.latchkey.staff.ActAsStaff;
import app.latchkey.sync.RunOutcome;
import app.latchkey.sync.RunRow;
import app.latchkey.sync.StaffBoard;
import app.latchkey.sync.StaffRun;
import app.latchkey.sync.Subject;
import app.latchkey.sync.WorkWords;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** What did the whole service do? */
@Route("staff/runs")
@RolesAllowed("STAFF")
class StaffRunsView extends StaffPage {

    private static final int NEWEST = 200;

    private final transient StaffBoard staff;
    private final transient ActAsStaff act;

    StaffRunsView(StaffBoard staff, ActAsStaff act, Clock clock) {
        super("Runs", clock);
        this.staff = staff;
        this.act = act;
        show(this::content);
    }

    private Component content() {
        List<StaffRun> runs = staff.runs(NEWEST);
        return runs.isEmpty()
                ? new EmptyState("No run yet. The first starts when something is due.")
                : stack(strip(runs), table(runs));
    }

    private Component strip(List<StaffRun> runs) {
        List<StripOfRuns.Run> drawn = runs.stream()
                .map(one -> new StripOfRuns.Run(
                        one.run().startedAt(),
                        one.run().added() + one.run().removed(),
                        one.run().failed() > 0,
                        one.name() + ", run " + one.run().number()))
                .toList();
        return StripOfRuns.of(
                "The newest %d runs of all spaces, over the last 6 hours.".formatted(runs.size()),
                drawn,
                Duration.ofHours(6),
                now(),
                ZONE);
    }

    private Component table(List<StaffRun> runs) {
        Table table = new Table("Runs of all spaces", "Space", "Run", "State", "Did", "Cause", "Started", "");
        runs.forEach(one -> table.row(
                new Anchor("/staff/spaces/" + one.slug(), one.name()),
                Table.line("Run " + one.run().number()),
                outcome(one.run().outcome()),
                Table.text(did(one.run())),
                Table.text(WorkWords.causes(one.run().causes())),
                TimeText.ago(one.run().startedAt(), now(), ZONE),
                new Act("Run again", () -> again(one))));
        return table;
    }

    private void again(StaffRun one) {
        act.again(one.space(), Subject.of(one.run().subject()));
        say("Due again. A new run appears here.");
    }

    static String did(RunRow run) {
        String words = "%d in, %d out, %d withheld".formatted(run.added(), run.removed(), run.withheld());
        return run.trouble().map(trouble -> words + ". " + trouble).orElse(words);
    }

    static StateChip outcome(RunOutcome outcome) {
        return switch (outcome) {
            case RUNNING -> StateChip.saying(State.ON_ITS_WAY, "Running");
            case DONE -> StateChip.saying(State.RIGHT, "Done");
            case PARTLY -> StateChip.saying(State.BEHIND, "Partly done");
            case FAILED -> StateChip.saying(State.STOPPED, "Could not read");
            case STOPPED -> StateChip.saying(State.ENDED, "Taken over");
            case FROM_NEWER_VERSION -> StateChip.saying(State.NOT_KNOWN, "Not known here");
        };
    }
}
