package app.latchkey.staff.ui;

import app.latchkey.identity.NotFound;
import app.latchkey.look.Act;
import app.latchkey.look.EmptyState;
import app.latchkey.look.Fix;
import app.latchkey.look.PageTime;
import app.latchkey.look.Steps;
import app.latchkey.look.Steps.Standing;
import app.latchkey.look.Steps.Step;
import app.latchkey.look.StripOfRuns;
import app.latchkey.look.Table;
import app.latchkey.look.TimeText;
import app.latchkey.staff.ActAsStaff;
import app.latchkey.staff.Board;
import app.latchkey.staff.Remedy;
import app.latchkey.sync.SpaceHealth;
import app.latchkey.sync.StaffBoard;
import app.latchkey.sync.StaffSpace;
import app.latchkey.sync.Subject;
import app.latchkey.sync.WorkWords;
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
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What is wrong at one space, and what may staff do? Summaries only: no customer's name stands here. */
@Route("staff/spaces/:slug")
@RolesAllowed("STAFF")
class SpaceOfStaffView extends StaffPage implements BeforeEnterObserver {

    private final transient StaffBoard staff;
    private final transient ActAsStaff act;
    private String slug = "";

    SpaceOfStaffView(StaffBoard staff, ActAsStaff act, Clock clock) {
        super("Space", clock);
        this.staff = staff;
        this.act = act;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        slug = event.getRouteParameters().get("slug").orElse("");
        StaffSpace space = staff.space(slug).orElseThrow(NotFound::new);
        show(space.health().name(), () -> draw(staff.space(slug).orElseThrow(NotFound::new)));
    }

    Component draw(StaffSpace space) {
        SpaceHealth health = space.health();
        List<Component> all = new ArrayList<>();
        all.add(new Anchor("/staff", "Board"));
        all.add(row(BoardView.chip(health), new Act("Run again", () -> {
            act.again(health.space(), Subject.wholeSpace());
            say("Due again. The run appears below; the space’s audit names you.");
        })));
        all.add(trouble(space));
        all.add(new Div(card(new Steps(facts(space)))));
        all.add(section("Runs", runs(space)));
        all.add(section("Due work", due(space)));
        return stack(all.toArray(Component[]::new));
    }

    private Component trouble(StaffSpace space) {
        if (space.trouble().isPresent()) {
            var failure = space.trouble().get();
            return stack(
                    Fix.saying(Board.shown(space.health().state()).tone(), failure.words()),
                    new Paragraph("Must act: " + Remedy.who(failure) + ". " + Remedy.todo(failure)));
        }
        return new Paragraph(
                switch (space.health().state()) {
                    case IN_SET_UP -> "In set-up. Nothing runs, nothing is wrong.";
                    case FROZEN -> frozen(space.health());
                    case COMPARING ->
                        "Nothing ran here for long, or an older copy of the database was restored. Nothing is written until Salto was"
                                + " compared with our record and, where they differ, an operator has answered.";
                    case PAUSED -> "Paused by its operator. Doors stay as they are.";
                    case LEAVING -> "Leaving: its operator has decided what becomes of those whom we let in.";
                    case WATCHING -> "Watching: nothing is written.";
                    case RIGHT, BEHIND, STOPPED ->
                        space.health().wrongNow() == 0
                                ? "Nothing is wrong here."
                                : "No cause is recorded; what is late is on its way.";
                });
    }

    private String frozen(SpaceHealth health) {
        String until = health.frozenUntil()
                .map(end -> " until " + PageTime.when(end, now(), ZONE))
                .orElse("");
        return "Its operator has stopped every change%s. Doors stay as they are.".formatted(until);
    }

    private List<Step> facts(StaffSpace space) {
        SpaceHealth health = space.health();
        List<Step> facts = new ArrayList<>();
        facts.add(new Step(
                health.wrongNow() == 0 ? Standing.RIGHT : Standing.BROKEN,
                "Wrong now",
                "%s, %d more due within the hour, %d withheld"
                        .formatted(
                                Board.count(health.wrongNow(), "person", "people"),
                                health.dueNextHour(),
                                health.withheld())));
        if (health.unreadable() > 0) {
            facts.add(new Step(
                    Standing.BROKEN,
                    "Records not understood",
                    health.unreadable() + " people, left as they are until a version reads them"));
        }
        facts.add(read(health));
        facts.add(PartnerWords.step("Salto", health.salto()));
        facts.add(PartnerWords.step("Nexudus", health.nexudus()));
        space.traffic().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(each -> facts.add(PartnerWords.traffic(each.getKey(), each.getValue())));
        facts.add(new Step(
                health.decisions() == 0 ? Standing.RIGHT : Standing.WAITING,
                "Decisions",
                health.decisions() == 0 ? "none open" : health.decisions() + " wait for the operator’s yes"));
        facts.add(space.lease()
                .map(lease -> new Step(Standing.RIGHT, "Served now by", lease.holder() + ", epoch " + lease.epoch()))
                .orElseGet(() -> new Step(Standing.NOT_KNOWN, "Served now by", "nobody this moment")));
        return facts;
    }

    private Step read(SpaceHealth health) {
        String name = "Everything read";
        return health.lastCompleteAt()
                .map(at -> new Step(
                        health.overdue() ? Standing.BROKEN : Standing.RIGHT, name, PageTime.ago(at, now(), ZONE)))
                .orElseGet(() -> new Step(Standing.NOT_KNOWN, name, "never"));
    }

    private Component runs(StaffSpace space) {
        if (space.runs().isEmpty()) {
            return new EmptyState("No run yet. The first starts when something is due.");
        }
        Table table = new Table("Runs of this space", "Run", "State", "Did", "Cause", "Started");
        space.runs().stream()
                .limit(20)
                .forEach(run -> table.row(
                        Table.line("Run " + run.number()),
                        StaffRunsView.outcome(run.outcome()),
                        Table.text(StaffRunsView.did(run)),
                        Table.text(WorkWords.causes(run.causes())),
                        TimeText.ago(run.startedAt(), now(), ZONE)));
        return stack(strip(space), table);
    }

    private Component strip(StaffSpace space) {
        List<StripOfRuns.Run> drawn = space.runs().stream()
                .map(run -> new StripOfRuns.Run(
                        run.startedAt(),
                        run.added() + run.removed(),
                        run.failed() + run.withheld() + run.held() > 0,
                        "Run " + run.number()))
                .toList();
        return StripOfRuns.of(
                "The runs of %s in the last 24 hours.".formatted(space.health().name()),
                drawn,
                Duration.ofHours(24),
                now(),
                ZONE);
    }

    private Component due(StaffSpace space) {
        if (space.due().isEmpty()) {
            return new EmptyState("No work waits.");
        }
        Table table = new Table("Due work", "Subject", "When", "Tries", "Cause");
        space.due()
                .forEach(due -> table.row(
                        Table.text(WorkWords.subject(Subject.of(due.subject()))),
                        when(due.at()),
                        Table.text(String.valueOf(due.attempts())),
                        Table.text(WorkWords.causes(due.causes()))));
        return table;
    }

    private Component when(Instant at) {
        return at.isAfter(now()) ? TimeText.when(at, now(), ZONE) : TimeText.ago(at, now(), ZONE);
    }

    private static Component section(String title, Component content) {
        Div section = stack(new H2(title), content);
        section.addClassName("lk-section");
        return section;
    }
}
