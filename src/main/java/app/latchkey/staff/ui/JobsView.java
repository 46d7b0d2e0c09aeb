package app.latchkey.staff.ui;

import app.latchkey.look.EmptyState;
import app.latchkey.look.Meter;
import app.latchkey.look.PageTime;
import app.latchkey.look.State;
import app.latchkey.look.StateChip;
import app.latchkey.look.Steps;
import app.latchkey.look.Steps.Standing;
import app.latchkey.look.Steps.Step;
import app.latchkey.look.Table;
import app.latchkey.look.Tone;
import app.latchkey.sync.JobHealth;
import app.latchkey.sync.StaffBoard;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
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
        return stack(
                steps,
                section("Work by kind", lanes(health.lanes())),
                new Anchor("/staff/failures", "What fails, and fails again"),
                section("Job servers", servers(health.servers())),
                section("Who serves which space now", leases(health.leases())));
    }

    private Step server(JobHealth health) {
        long alive = health.servers().stream().filter(JobHealth.Server::isAlive).count();
        return alive > 0
                ? new Step(Standing.RIGHT, "Job servers", alive == 1 ? "one is running" : alive + " are running")
                : new Step(
                        Standing.BROKEN,
                        "Job servers",
                        "none is running; the watchdog starts one when the database answers");
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

    private Component lanes(List<JobHealth.Lane> lanes) {
        int most = Math.max(
                1, lanes.stream().mapToInt(JobHealth.Lane::dueNow).max().orElse(0));
        Div all = card();
        all.addClassName("lk-stack");
        lanes.forEach(lane -> all.add(lane(lane, most)));
        return all;
    }

    private Component lane(JobHealth.Lane lane, int most) {
        String words = kind(lane.kind()) + ": " + waiting(lane);
        Span said = new Span(words);
        return stack(said, Meter.bar(words, (double) lane.dueNow() / most, Tone.NEXT));
    }

    private String waiting(JobHealth.Lane lane) {
        String later = lane.planned() == 0 ? "" : ", " + lane.planned() + " planned";
        return lane.oldestSince()
                .map(since -> lane.dueNow() + " due now, the oldest since " + PageTime.ago(since, now(), ZONE) + later)
                .orElse("nothing due" + later);
    }

    private static String kind(JobHealth.Lane.Kind kind) {
        return switch (kind) {
            case CUSTOMER -> "One person";
            case GROUP -> "One access group";
            case CHANGES -> "What has changed in Nexudus";
            case MEMBERS -> "Who is in Salto’s groups";
            case DOORS -> "What happened at the doors";
            case SPACE -> "Everything of a space";
        };
    }

    private Component servers(List<JobHealth.Server> servers) {
        if (servers.isEmpty()) {
            return new EmptyState("No job server has said that it runs.");
        }
        Table table = new Table("Job servers", "Server", "State", "Last heard");
        servers.forEach(server -> table.row(
                Table.text(server.name()),
                server.isAlive() ? StateChip.saying(State.RIGHT, "Running") : StateChip.saying(State.STOPPED, "Silent"),
                Table.text(PageTime.length(positive(server.silentFor())) + " ago")));
        return table;
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
