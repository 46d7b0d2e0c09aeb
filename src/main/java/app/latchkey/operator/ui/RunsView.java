package app.latchkey.operator.ui;

import app.latchkey.look.Act;
import app.latchkey.look.EmptyState;
import app.latchkey.look.StripOfRuns;
import app.latchkey.look.Table;
import app.latchkey.look.TimeText;
import app.latchkey.operator.Sentences;
import app.latchkey.sync.RunRow;
import app.latchkey.sync.Runs;
import app.latchkey.sync.Subject;
import app.latchkey.sync.WorkWords;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import jakarta.annotation.security.PermitAll;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What did Latchkey do? */
@Route("spaces/:slug/runs")
@PermitAll
class RunsView extends SpacePage {

    private static final int DRAWN = 400;

    private final transient Runs runs;
    private boolean all;
    private final transient Portion portion = new Portion();

    RunsView(PageTools tools, Runs runs) {
        super(tools, "Runs");
        this.runs = runs;
    }

    @Override
    boolean alsoForTheDesk() {
        return true;
    }

    @Override
    void read(RouteParameters parameters, BeforeEnterEvent event) {
        all = first(event, "show").filter("all"::equals).isPresent();
        portion.fromTheStart();
    }

    @Override
    List<Component> content() {
        List<Component> content = new ArrayList<>();
        Button now = new Act("Run now", () -> {
            tools().run().again(id(), Subject.wholeSpace());
            say("A run is due now. It appears here by itself.");
        });
        now.setVisible(operates());
        content.add(Sections.head("Runs", now));
        content.add(strip(runs.runs(id(), false, 0, DRAWN)));
        content.add(choice());
        List<RunRow> rows = runs.runs(id(), !all, 0, portion.asked());
        content.add(
                rows.isEmpty()
                        ? new EmptyState(
                                all
                                        ? "No run yet. The first starts when something is due."
                                        : "No run has changed anything yet.")
                        : table(portion.of(rows)));
        portion.more(rows, this::reread).ifPresent(content::add);
        return content;
    }

    private Component strip(List<RunRow> rows) {
        List<StripOfRuns.Run> drawn = rows.stream().map(Shown::drawn).toList();
        String sentence = "The last 24 hours: %d runs, %d of them changed something."
                .formatted(
                        rows.size(),
                        rows.stream().filter(RunRow::changedSomething).count());
        return StripOfRuns.of(sentence, drawn, Duration.ofHours(24), now(), space().zone());
    }

    private Component choice() {
        Nav choice = new Nav(chip("Changed something", "", !all), chip("All runs", "?show=all", all));
        choice.addClassName("lk-filters");
        choice.setAriaLabel("Filter");
        return choice;
    }

    private Anchor chip(String label, String query, boolean current) {
        Anchor chip = new Anchor(url("/runs" + query), label);
        if (current) {
            chip.getElement().setAttribute("aria-current", "true");
        }
        return chip;
    }

    private Component table(List<RunRow> rows) {
        Table table = new Table("Runs", "Run", "State", "Did", "Cause", "Started");
        rows.forEach(row -> table.row(
                new Anchor(url("/runs/" + row.number()), "Run " + row.number()),
                Shown.of(row.outcome()),
                Table.text(Sentences.did(row)),
                Table.text(WorkWords.causes(row.causes())),
                TimeText.ago(row.startedAt(), now(), space().zone())));
        return table;
    }
}
