package app.latchkey.operator.ui;

import app.latchkey.connection.PartnerCall;
import app.latchkey.identity.NotFound;
import app.latchkey.look.Act;
import app.latchkey.look.ChangeRow;
import app.latchkey.look.EmptyState;
import app.latchkey.look.Steps;
import app.latchkey.look.Steps.Standing;
import app.latchkey.look.Steps.Step;
import app.latchkey.look.Table;
import app.latchkey.look.TimeText;
import app.latchkey.operator.Sentences;
import app.latchkey.sync.RunDetail;
import app.latchkey.sync.RunOutcome;
import app.latchkey.sync.RunRow;
import app.latchkey.sync.Runs;
import app.latchkey.sync.SourceProgress;
import app.latchkey.sync.Subject;
import app.latchkey.sync.WorkWords;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import jakarta.annotation.security.PermitAll;
import java.util.ArrayList;
import java.util.List;

/** What changed, for whom, because of what, and did it stick? */
@Route("spaces/:slug/runs/:number")
@PermitAll
class RunView extends SpacePage {

    private final transient Runs runs;
    private long number;

    RunView(PageTools tools, Runs runs) {
        super(tools, "Run");
        this.runs = runs;
    }

    @Override
    boolean alsoForTheDesk() {
        return true;
    }

    @Override
    void read(RouteParameters parameters, BeforeEnterEvent event) {
        number = parameters
                .get("number")
                .filter(text -> text.matches("\\d{1,18}"))
                .map(Long::parseLong)
                .orElseThrow(NotFound::new);
        if (runs.run(id(), number).isEmpty()) {
            throw new NotFound();
        }
    }

    @Override
    List<Component> content() {
        RunDetail detail = detail();
        RunRow run = detail.run();
        List<Component> all = new ArrayList<>();
        all.add(new Anchor(url("/runs"), "Runs"));
        Button again = new Act("Run again", () -> {
            tools().run().again(id(), Subject.of(run.subject()));
            say("The same is looked at again. A new run appears in the list.");
        });
        again.setVisible(operates());
        all.add(Sections.head(Sentences.run(run), download(), again));
        all.add(line(run));
        all.add(Sections.section("Read, plan, apply", Sections.card(new Steps(stages(detail)))));
        all.add(Sections.section("Changes", changes(detail)));
        if (!detail.calls().isEmpty()) {
            all.add(Sections.card(calls(detail.calls())));
        }
        return all;
    }

    private Anchor download() {
        return Download.of(
                "Download JSON",
                "run-%s-%d.json".formatted(space().slug(), number),
                "application/json",
                () -> runs.json(id(), number).orElseThrow(NotFound::new));
    }

    private RunDetail detail() {
        return runs.run(id(), number).orElseThrow(NotFound::new);
    }

    private Component line(RunRow run) {
        Div row = Sections.row(
                Shown.of(run.outcome()),
                new Span(WorkWords.causes(run.causes())),
                TimeText.when(run.startedAt(), now(), space().zone()));
        run.trouble().ifPresent(words -> row.add(new Span(words)));
        return row;
    }

    private static List<Step> stages(RunDetail detail) {
        RunRow run = detail.run();
        List<Step> steps = new ArrayList<>();
        for (SourceProgress read : detail.reads()) {
            String found = read.complete() ? read.soFar() + ", complete" : read.soFar() + " of " + read.total();
            steps.add(new Step(read.complete() ? Standing.RIGHT : Standing.WAITING, "Read " + read.source(), found));
        }
        String planned = "%d in, %d out, %d kept, %d withheld, %d held"
                .formatted(run.added(), run.removed(), run.kept(), run.withheld(), run.held());
        boolean over = run.outcome() != RunOutcome.RUNNING;
        steps.add(new Step(over ? Standing.RIGHT : Standing.WAITING, "Plan", planned));
        steps.add(new Step(
                run.failed() > 0 ? Standing.BROKEN : over ? Standing.RIGHT : Standing.WAITING,
                "Apply",
                run.failed() > 0 ? run.failed() + " steps are tried again" : "confirmed by Salto"));
        return steps;
    }

    /** For whoever asks the partner what became of a change. */
    private static Component calls(List<PartnerCall> calls) {
        Table table = new Table("Calls to partners", "Partner", "Call", "Answer", "Time", "Request id");
        calls.forEach(call -> table.row(
                Table.line(call.partner().title()),
                Table.text(call.method() + " " + call.path()),
                Table.line(call.status() == 0 ? "none" : String.valueOf(call.status())),
                Table.line(call.millis() + " ms"),
                Table.text(call.requestId())));
        return new NativeDetails("Calls to partners: " + calls.size(), table);
    }

    private Component changes(RunDetail detail) {
        if (detail.changes().isEmpty()) {
            return new EmptyState("This run found nothing to change.");
        }
        Div rows = Sections.card();
        detail.changes()
                .forEach(change -> rows.add(new ChangeRow(
                        Shown.of(change),
                        Sentences.change(change, voice()),
                        TimeText.when(change.at(), now(), space().zone()))));
        return rows;
    }
}
