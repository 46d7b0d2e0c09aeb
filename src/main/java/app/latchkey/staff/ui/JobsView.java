package app.latchkey.staff.ui;

import app.latchkey.look.EmptyState;
import app.latchkey.look.PageTime;
import app.latchkey.look.Steps;
import app.latchkey.look.Steps.Standing;
import app.latchkey.look.Steps.Step;
import app.latchkey.look.Table;
import app.latchkey.sync.JobHealth;
import app.latchkey.sync.StaffBoard;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Is the machine itself alive? */
@Route("staff/jobs")
@RolesAllowed("STAFF")
class JobsView extends StaffPage {

    /** The tick comes every few seconds; older than this, no server is at work. */
    private static final Duration SILENT = Duration.ofSeconds(60);

    private static final Duration LATE = Duration.ofMinutes(1);

    private final transient StaffBoard staff;

    JobsView(StaffBoard staff, Clock clock) {
        super("Jobs", clock);
        this.staff = staff;
        show(this::content);
    }

    private Component content() {
        JobHealth health = staff.jobs();
        Div steps = new Div(new Steps(List.of(server(health), tick(health), due(health))));
        steps.addClassName("lk-card");
        return stack(steps, section("Who serves which space now", leases(health.leases())));
    }

    private static Step server(JobHealth health) {
        return health.serverRunning()
                ? new Step(Standing.RIGHT, "Job server", "running on this node")
                : new Step(
                        Standing.BROKEN, "Job server", "not running; the watchdog starts it when the database answers");
    }

    private Step tick(JobHealth health) {
        return health.lastTickAt()
                .map(at -> new Step(
                        at.isBefore(now().minus(SILENT)) ? Standing.BROKEN : Standing.RIGHT,
                        "Last tick",
                        PageTime.ago(at, now(), ZONE)))
                .orElseGet(() -> new Step(Standing.NOT_KNOWN, "Last tick", "none yet"));
    }

    private Step due(JobHealth health) {
        if (health.dueNow() == 0) {
            String next = health.nextDueAt()
                    .map(at -> "Next in " + PageTime.length(positive(Duration.between(now(), at))) + ".")
                    .orElse("Nothing is planned.");
            return new Step(Standing.RIGHT, "Due work", "No due work. " + next);
        }
        Instant oldest = health.oldestDueSince().orElse(now());
        boolean late = oldest.isBefore(now().minus(LATE));
        return new Step(
                late ? Standing.BROKEN : Standing.WAITING,
                "Due work",
                "%d due now, the oldest since %s".formatted(health.dueNow(), PageTime.ago(oldest, now(), ZONE)));
    }

    private Component leases(List<JobHealth.LeaseRow> leases) {
        if (leases.isEmpty()) {
            return new EmptyState("No space is being served this moment.");
        }
        Table table = new Table("Leases", "Space", "Server", "Epoch", "Until");
        leases.forEach(lease -> table.row(
                Table.text(lease.space()),
                Table.text(lease.holder()),
                Table.text(String.valueOf(lease.epoch())),
                Table.text(PageTime.clock(lease.expiresAt(), ZONE))));
        return table;
    }

    private static Duration positive(Duration duration) {
        return duration.isNegative() ? Duration.ZERO : duration;
    }

    private static Section section(String title, Component content) {
        Section section = new Section(new H2(title), content);
        section.addClassName("lk-section");
        return section;
    }
}
