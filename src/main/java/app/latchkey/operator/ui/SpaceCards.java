package app.latchkey.operator.ui;

import app.latchkey.identity.CurrentUser;
import app.latchkey.look.Fix;
import app.latchkey.look.Freshness;
import app.latchkey.look.Part;
import app.latchkey.look.State;
import app.latchkey.look.StateChip;
import app.latchkey.look.StripOfRuns;
import app.latchkey.look.Tone;
import app.latchkey.operator.Sentences;
import app.latchkey.space.Space;
import app.latchkey.sync.Overviews;
import app.latchkey.sync.RunRow;
import app.latchkey.sync.Runs;
import app.latchkey.sync.SpaceOverview;
import app.latchkey.sync.SpaceState;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** One card for each of an operator's spaces, those that need somebody first. */
@org.springframework.stereotype.Component
class SpaceCards {

    private static final Duration BACK = Duration.ofHours(24);
    private static final int DRAWN = 400;
    private static final Set<SpaceState> STILL = EnumSet.of(SpaceState.PAUSED, SpaceState.FROZEN, SpaceState.COMPARING);

    private final Overviews overviews;
    private final Runs runs;
    private final CurrentUser users;
    private final Clock clock;

    SpaceCards(Overviews overviews, Runs runs, CurrentUser users, Clock clock) {
        this.overviews = overviews;
        this.runs = runs;
        this.users = users;
        this.clock = clock;
    }

    Component of(List<Space> spaces) {
        Div all = new Div();
        all.addClassName("lk-stack");
        all.getStyle().set("gap", "24px");
        Part needs = new Part(() -> needs(spaces));
        Div cards = new Div();
        cards.addClassName("lk-cards");
        // A space that cannot be read says so on its own card; the others are current.
        spaces.forEach(space -> cards.add(new Part(() -> card(space))));
        all.add(needs, cards);
        return all;
    }

    private Component needs(List<Space> spaces) {
        Map<Space, SpaceOverview> known = spaces.stream()
                .filter(Space::active)
                .collect(Collectors.toMap(Function.identity(), space -> overviews.of(space.id())));
        Div needs = new Div();
        needs.addClassName("lk-stack");
        known.entrySet().stream()
                .filter(space -> needsSomebody(space.getValue()))
                .sorted(Comparator.comparing(space -> -harm(space.getValue())))
                .forEach(space -> needs.add(need(space.getKey(), space.getValue())));
        return needs;
    }

    private static boolean needsSomebody(SpaceOverview overview) {
        return overview.decisions() > 0 || overview.trouble().isPresent();
    }

    private static int harm(SpaceOverview overview) {
        return (overview.trouble().isPresent() ? 1_000_000 : 0) + overview.withheld() + overview.notYet();
    }

    private static Component need(Space space, SpaceOverview overview) {
        String page = "/spaces/" + space.slug();
        return overview.trouble()
                .map(words -> Fix.withLink(Tone.STOPPED, space.name() + ": " + words, "Look at it", page))
                .orElseGet(() -> Fix.withLink(
                        Tone.WITHHELD,
                        space.name() + ": " + Sentences.waitingDecisions(overview.decisions()),
                        "Decide",
                        page + "/decisions"));
    }

    private Component card(Space space) {
        Div card = space.active() ? active(space, overviews.of(space.id())) : inSetUp(space);
        card.addClassNames("lk-card", "lk-stack", "lk-space");
        return card;
    }

    private Div inSetUp(Space space) {
        String setup = "/spaces/" + space.slug() + "/setup/" + space.setup().path();
        StateChip state =
                StateChip.saying(State.IN_SET_UP, "In set-up " + space.setup().number() + "/4");
        Span words = quiet("Nothing changes at its doors until you say so.");
        return users.mayOperate(space.id())
                ? new Div(head(space, setup, state), words, new Anchor(setup, "Go on with the set-up"))
                : new Div(head(space, "/spaces/" + space.slug(), state), words);
    }

    private Div active(Space space, SpaceOverview overview) {
        String page = "/spaces/" + space.slug();
        Div numbers = Sections.row(
                number(overview.canOpen(), "can open now", page + "/customers?show=can_open_now"),
                number(overview.withheld(), "withheld", page + "/customers?show=withheld"));
        Div ages = Sections.row(quiet(mode(space, overview)));
        Instant now = clock.instant();
        overview.lastCompleteAt().ifPresent(at -> ages.add(new Freshness("Everything read").heard(at, now)));
        return new Div(head(space, page, Shown.of(overview.state())), numbers, changes(space, now), ages);
    }

    private Component changes(Space space, Instant now) {
        List<RunRow> rows = runs.runs(space.id(), true, 0, DRAWN).stream()
                .filter(run -> run.startedAt().isAfter(now.minus(BACK)))
                .toList();
        int in = rows.stream().mapToInt(RunRow::added).sum();
        int out = rows.stream().mapToInt(RunRow::removed).sum();
        return StripOfRuns.small(
                "The last 24 hours: %d in, %d out".formatted(in, out),
                rows.stream().map(Shown::drawn).toList(),
                BACK,
                now);
    }

    private static Div head(Space space, String url, Component chip) {
        H2 name = new H2(new Anchor(url, space.name()));
        Div head = Sections.row(name, chip);
        head.addClassName("lk-spread");
        return head;
    }

    private static Component number(int count, String words, String url) {
        Span value = new Span(String.valueOf(count));
        value.addClassName("lk-number");
        return new Div(value, new Div(new Anchor(url, words)));
    }

    private static String mode(Space space, SpaceOverview overview) {
        if (STILL.contains(overview.state())) {
            return "Doors stay as they are";
        }
        return switch (space.mode()) {
            case WATCH -> "Watch: nothing is written";
            case GRANTS_ONLY -> "Grants only: nobody is taken out";
            case FULL -> "Full: in and out";
        };
    }

    private static Span quiet(String words) {
        Span span = new Span(words);
        span.addClassName("lk-quiet");
        return span;
    }
}
