package app.latchkey.operator.ui;

import app.latchkey.look.Act;
import app.latchkey.look.ChangeRow;
import app.latchkey.look.EmptyState;
import app.latchkey.look.Fix;
import app.latchkey.look.Freshness;
import app.latchkey.look.TimeText;
import app.latchkey.look.Tone;
import app.latchkey.operator.DoorSentences;
import app.latchkey.operator.LeavingSentences;
import app.latchkey.operator.Sentences;
import app.latchkey.space.SetupStep;
import app.latchkey.sync.DoorLog;
import app.latchkey.sync.Leaving.Stage;
import app.latchkey.sync.Leavings;
import app.latchkey.sync.OverdueEnds;
import app.latchkey.sync.Overviews;
import app.latchkey.sync.RunChangeRow;
import app.latchkey.sync.SpaceOverview;
import app.latchkey.sync.SpaceState;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Is everybody's door right, and what needs me? */
@Route("spaces/:slug")
@PermitAll
class OverviewView extends SpacePage {

    private final transient Overviews overviews;
    private final transient OverdueEnds overdue;
    private final transient Leavings leavings;
    private final transient DoorLog log;

    OverviewView(PageTools tools, Overviews overviews, OverdueEnds overdue, Leavings leavings, DoorLog log) {
        super(tools, "Overview");
        this.overviews = overviews;
        this.overdue = overdue;
        this.leavings = leavings;
        this.log = log;
    }

    @Override
    boolean alsoForTheDesk() {
        return true;
    }

    @Override
    List<Component> content() {
        SpaceOverview overview = overviews.of(id());
        List<Component> all = new ArrayList<>();
        all.add(line(overview));
        all.add(actions(overview)
                .map(action -> Sections.head(headline(overview), action))
                .orElseGet(() -> Sections.head(headline(overview))));
        needs(overview).forEach(all::add);
        freeze().ifPresent(all::add);
        overview.agreement()
                .ifPresent(agreement ->
                        all.add(Sections.section("If we wrote to your doors", new AgreementCard(this, agreement))));
        all.add(numbers(overview));
        all.add(Sections.section("Today", today(overview)));
        all.add(Sections.section("Changed lately", changes(overview.changes())));
        if (overview.state() != SpaceState.IN_SET_UP) {
            Component partners = PartnerCards.of(overview.partners(), space().decider(), now(), space().zone());
            all.add(
                    operates()
                            ? Sections.section("Where we look", partners, checks())
                            : Sections.section("Where we look", partners));
            if (!overview.beginning().done()) {
                all.add(Sections.section("The first days", FirstDays.of(overview.beginning())));
            }
        }
        return all;
    }

    /** That nobody comes is known only of a day that was read. */
    private Component today(SpaceOverview overview) {
        return overview.today().isEmpty() && overview.lastCompleteAt().isEmpty()
                ? new EmptyState("Who comes and goes today shows once everything was read.")
                : TodayLanes.of(overview.today(), now(), space().zone());
    }

    /** Everything that was looked at in the set-up is looked at again there. */
    private Component checks() {
        return Sections.row(
                new Anchor(setUp(SetupStep.SALTO), "Check the Salto site again"),
                new Anchor(setUp(SetupStep.NEXUDUS), "Check Nexudus again"));
    }

    private Component line(SpaceOverview overview) {
        Span name = new Span(space().name());
        name.addClassName("lk-h2");
        Div row = Sections.row(name, Shown.of(overview.state()));
        overview.lastRunAt().ifPresent(at -> row.add(new Freshness("Last run").heard(at, now())));
        return row;
    }

    private String headline(SpaceOverview overview) {
        return Sentences.headline(overview, now(), space().zone());
    }

    /** What is paused is resumed from the banner that says so. */
    private Optional<Component> actions(SpaceOverview overview) {
        if (!operates()) {
            return Optional.empty();
        }
        return switch (overview.state()) {
            case PAUSED, FROZEN, LEAVING -> Optional.empty();
            case IN_SET_UP -> Optional.of(new Anchor(setUp(space().setup()), "Go on with the set-up"));
            case RIGHT, BEHIND, STOPPED, WATCHING, COMPARING ->
                Optional.of(new Act("Pause changes", () -> {
                    tools().settings().pause(id(), who());
                    say("Paused. Doors stay as they are until you resume.");
                    reread();
                }));
        };
    }

    /** Whoever is in longer than they should stands where the freeze is ended. */
    private Optional<Component> freeze() {
        return tools().settings().read(id()).frozen(now())
                ? Optional.of(Sections.section(
                        "Every change is stopped", new FreezeCard(this, tools().settings(), overdue.of(id()))))
                : Optional.empty();
    }

    private List<Component> needs(SpaceOverview overview) {
        List<Component> needs = new ArrayList<>();
        leavings.latest(id())
                .filter(leaving -> operates())
                .filter(leaving -> leaving.stage() != Stage.DONE || overview.state() == SpaceState.IN_SET_UP)
                .ifPresent(leaving -> needs.add(Fix.withLink(
                        Tone.NEXT,
                        LeavingSentences.progress(leaving, now(), space().zone()),
                        leaving.stage() == Stage.DONE ? "See the receipt" : "See who",
                        url("/leave"))));
        if (overview.decisions() > 0 && operates()) {
            needs.add(Fix.withLink(
                    Tone.WITHHELD, Sentences.waitingDecisions(overview.decisions()), "Decide", url("/decisions")));
        }
        if (overview.withheld() > 0 && overview.agreement().isEmpty()) {
            needs.add(Fix.withLink(
                    Tone.WITHHELD,
                    Sentences.withheld(overview.withheld()),
                    "See who",
                    url("/customers?show=withheld")));
        }
        int strange = log.countStrange(id(), now().minus(Duration.ofDays(1)));
        if (strange > 0) {
            needs.add(Fix.withLink(Tone.WITHHELD, DoorSentences.strange(strange), "See which", url("/doors")));
        }
        return needs;
    }

    private Component numbers(SpaceOverview overview) {
        Div cards = new Div(
                number("Customers", overview.customers(), ""),
                number("Can open now", overview.canOpen(), "?show=can_open_now"),
                number("On its way", overview.notYet(), "?show=on_its_way"),
                number("By hand in Salto", overview.byHand(), "?show=by_hand"));
        cards.addClassNames("lk-cards", "lk-numbers");
        return cards;
    }

    private Component number(String label, int count, String query) {
        Span value = new Span(String.valueOf(count));
        value.addClassName("lk-number");
        return Sections.card(value, new Div(new Anchor(url("/customers" + query), label)));
    }

    private Component changes(List<RunChangeRow> changes) {
        if (changes.isEmpty()) {
            return new EmptyState("Nothing has changed yet. What people buy appears here, with its reason.");
        }
        Div rows = Sections.card();
        changes.stream()
                .limit(10)
                .forEach(change -> rows.add(new ChangeRow(
                        Shown.of(change),
                        Sentences.change(change, voice()),
                        TimeText.ago(change.at(), now(), space().zone()))));
        return rows;
    }

    private String setUp(SetupStep step) {
        return url("/setup/" + step.path());
    }
}
