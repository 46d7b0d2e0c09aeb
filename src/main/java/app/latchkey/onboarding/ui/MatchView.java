package app.latchkey.onboarding.ui;

import app.latchkey.connection.PartnerFailure;
import app.latchkey.connection.PartnerFailure.Category;
import app.latchkey.look.EmptyState;
import app.latchkey.look.LiveRefresh;
import app.latchkey.look.PageTime;
import app.latchkey.look.Tone;
import app.latchkey.matching.GroupsTaken;
import app.latchkey.onboarding.ChooseMatches;
import app.latchkey.onboarding.MatchRow;
import app.latchkey.onboarding.MatchTable;
import app.latchkey.shared.AccessGroupId;
import app.latchkey.shared.ItemId;
import app.latchkey.space.SetupStep;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.JavaScript;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Step 3: which purchase opens which doors? */
@Route(value = "spaces/:slug/setup/match", layout = SetupLayout.class)
@PermitAll
@JavaScript("context://parts/match-keys.js")
class MatchView extends SetupView {

    private static final int ROWS_AT_ONCE = 60;

    private final transient ChooseMatches matches;
    private final Working working = new Working();
    private final Working acting = new Working();
    private final Div meanwhile = new Div();
    private final Div filters = new Div();
    private final Div rows = new Div();
    private final Div foot = new Div();
    private final Div message = new Div();
    private transient @Nullable MatchTable table;
    private MatchFilter filter = MatchFilter.ALL;
    private String searched = "";
    private int shown = ROWS_AT_ONCE;

    MatchView(SetupTools tools, ChooseMatches matches) {
        super(
                tools,
                SetupStep.MATCH,
                "Which purchase opens which doors?",
                "Nexudus knows what people bought, Salto knows doors. Only you know which belongs to which."
                        + " What you leave unmatched opens nothing, which is fine.");
        this.matches = matches;
        filters.addClassName("lk-filters");
        filters.getElement().setAttribute("role", "group").setAttribute("aria-label", "Show");
        foot.addClassNames("lk-setup-foot", "lk-row", "lk-spread");
    }

    @Override
    void fill(Div content, Location location) {
        filter = MatchFilter.named(
                location.getQueryParameters().getSingleParameter("show").orElse(""));
        LiveRefresh lookout = new LiveRefresh(this::lookForGroups, LiveRefresh.News.none());
        lookout.getElement().setAttribute("every", "60");
        content.add(acting, working, lookout);
        load();
    }

    private void load() {
        working.show(
                "Reading items from Nexudus and access groups from Salto…",
                () -> matches.load(id(), user()),
                this::draw,
                this::trouble);
    }

    /** One group for each item, named as the item; what could not be made can be tried again. */
    private void makeAll() {
        acting.show(
                "Making access groups in Salto…",
                () -> matches.makeGroups(id(), table().rows(), user()),
                made -> {
                    load();
                    return Trouble.saying(
                            Tone.NEXT,
                            "%d access groups made. Add their doors in Salto, then look again.".formatted(made),
                            SaltoLinks.open());
                },
                this::cannotMake);
    }

    private void make(MatchRow row) {
        acting.show(
                "Making the access group %s in Salto…".formatted(row.item().name()),
                () -> matches.makeGroups(id(), List.of(row), user()),
                made -> {
                    load();
                    return Trouble.saying(
                            Tone.NEXT,
                            "The access group %s is made and always counts. Add its doors in Salto, then look again."
                                    .formatted(row.item().name()),
                            SaltoLinks.open());
                },
                this::cannotMake);
    }

    private void openAlways(AccessGroupId group) {
        acting.show(
                "Setting the schedule in Salto…",
                () -> matches.openAlways(id(), group, user()),
                done -> {
                    load();
                    return new Div();
                },
                this::cannotMake);
    }

    private Component cannotMake(PartnerFailure failure, Runnable again) {
        return failure.is(Category.RIGHT_MISSING)
                ? Trouble.saying(
                        Tone.WITHHELD,
                        "This login may not change groups in Salto. There: Access groups, Add; type the name, add the"
                                + " doors, add a time schedule.",
                        SaltoLinks.open(),
                        new Button("Look again", event -> load()))
                : trouble(failure, again);
    }

    /** Groups made in Salto while this page is open; nothing moves until somebody asks to see them. */
    private void lookForGroups() {
        if (table == null) {
            return;
        }
        UI ui = UI.getCurrentOrThrow();
        MatchTable shownNow = table();
        Working.quietly(
                ui,
                () -> matches.newGroups(id(), shownNow),
                fresh -> {
                    meanwhile.removeAll();
                    if (fresh > 0) {
                        meanwhile.add(new Button(
                                "%d new group%s · Show".formatted(fresh, fresh == 1 ? "" : "s"), event -> load()));
                    }
                },
                failure -> {
                    meanwhile.removeAll();
                    meanwhile.add(Trouble.saying(
                            Tone.WITHHELD,
                            "Salto's groups are from %s; reading failed since."
                                    .formatted(PageTime.clock(shownNow.readAt(), space().zone()))));
                });
    }

    private MatchTable table() {
        return Objects.requireNonNull(table, "loaded");
    }

    private Component draw(MatchTable loaded) {
        table = loaded;
        if (loaded.rows().isEmpty()) {
            return new EmptyState("Nexudus lists no pass, room, desk or office at this location yet.")
                    .withButton("Look again", this::load);
        }
        if (loaded.groups().groups().isEmpty()) {
            return new NoGroups(loaded.rows().size(), this::makeAll, this::load);
        }
        Div drawn = new Div(tools(), meanwhile, rows, message, foot);
        drawn.addClassName("lk-stack");
        drawFilters();
        drawRows();
        drawFoot();
        return drawn;
    }

    private Component tools() {
        TextField search = new TextField("Search items");
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.addValueChangeListener(event -> {
            searched = event.getValue().strip().toLowerCase(Locale.ROOT);
            drawRows();
        });
        Button again = new Button("Look for new groups in Salto", event -> load());
        again.addThemeVariants(ButtonVariant.TERTIARY);
        Div tools = new Div(filters, search, again);
        tools.addClassNames("lk-row", "lk-spread");
        return tools;
    }

    private void drawFilters() {
        filters.removeAll();
        for (MatchFilter each : MatchFilter.values()) {
            long count = table().count(row -> each.takes(row, table().groups()));
            if (count > 0 || each == filter || each.alwaysShown()) {
                Button button = new Button("%s %d".formatted(each.words(), count), event -> show(each));
                button.getElement().setAttribute("aria-pressed", Boolean.toString(each == filter));
                if (each == filter) {
                    button.addThemeVariants(ButtonVariant.PRIMARY);
                }
                filters.add(button);
            }
        }
    }

    private void show(MatchFilter chosen) {
        filter = chosen;
        shown = ROWS_AT_ONCE;
        getUI().ifPresent(ui -> ui.getPage()
                .getHistory()
                .replaceState(null, "spaces/%s/setup/match?show=%s".formatted(space().slug(), chosen.address())));
        drawFilters();
        drawRows();
    }

    private void drawRows() {
        rows.removeAll();
        List<MatchRow> found = table().rows().stream()
                .filter(row -> filter.takes(row, table().groups()))
                .filter(row -> row.item().name().toLowerCase(Locale.ROOT).contains(searched))
                .toList();
        if (found.isEmpty()) {
            rows.add(new EmptyState("Nothing here. Choose another filter, or clear the search."));
            return;
        }
        MatchItem.Choice choices = new MatchItem.Choice() {
            @Override
            public void made(ItemId item, Set<AccessGroupId> groups) {
                choose(item, groups);
            }

            @Override
            public void groupWanted(MatchRow row) {
                make(row);
            }

            @Override
            public void alwaysWanted(AccessGroupId group) {
                openAlways(group);
            }
        };
        UnorderedList list = new UnorderedList();
        list.addClassName("lk-match-list");
        list.getElement().executeJs("window.lkMatchKeys?.(this)");
        found.stream().limit(shown).forEach(row -> list.add(new MatchItem(row, table().groups(), choices)));
        rows.add(list);
        if (found.size() > shown) {
            rows.add(new Button("Show %d more".formatted(Math.min(ROWS_AT_ONCE, found.size() - shown)), event -> {
                event.getSource().removeFromParent();
                shown += ROWS_AT_ONCE;
                drawRows();
            }));
        }
    }

    /** Saved at once; the row draws itself, so that the focus stays where it is. */
    private void choose(ItemId item, Set<AccessGroupId> groups) {
        table = table().choosing(item, groups);
        matches.choose(id(), item, groups);
        drawFilters();
        drawFoot();
    }

    private void drawFoot() {
        foot.removeAll();
        long matched = table().matched();
        Paragraph words = new Paragraph("%d of %d items matched. The rest open nothing, which is fine."
                .formatted(matched, table().rows().size()));
        words.getElement().setAttribute("role", "status");
        Button proceed =
                new Button("Continue with %d match%s".formatted(matched, matched == 1 ? "" : "es"), event -> publish());
        proceed.addThemeVariants(ButtonVariant.PRIMARY);
        foot.add(words, proceed);
    }

    private void publish() {
        message.removeAll();
        try {
            matches.publish(space(), table(), user());
            goTo(SetupStep.REVIEW);
        } catch (GroupsTaken taken) {
            message.add(Trouble.saying(
                    Tone.STOPPED,
                    "Taken by another space meanwhile: %s. Nothing was saved; choose another group."
                            .formatted(String.join(
                                    ", ",
                                    taken.groups().stream()
                                            .map(table().groups()::name)
                                            .toList())),
                    new Button("Look again", event -> load())));
        }
    }
}
