package app.latchkey.operator.ui;

import app.latchkey.look.EmptyState;
import app.latchkey.look.Fix;
import app.latchkey.look.State;
import app.latchkey.look.StateChip;
import app.latchkey.look.Table;
import app.latchkey.look.Tone;
import app.latchkey.operator.EditMatches;
import app.latchkey.operator.MatchSheet;
import app.latchkey.operator.MatchSheet.Row;
import app.latchkey.shared.ItemId;
import app.latchkey.shared.ItemKind;
import app.latchkey.space.SetupStep;
import app.latchkey.sync.MatchPublishing;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import jakarta.annotation.security.PermitAll;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What opens what, and what would change? The chosen item stands in the address; what stands beside the list stays while that is read again. */
@Route("spaces/:slug/matches")
@PermitAll
class MatchesView extends SpacePage {

    private final transient EditMatches matches;
    private final Div detail = new Div();
    private final transient MatchDraftBar bar;
    private transient Optional<ItemId> chosen = Optional.empty();
    private boolean looksBack;

    MatchesView(PageTools tools, EditMatches matches, MatchPublishing publishing) {
        super(tools, "Matches");
        this.matches = matches;
        this.bar = new MatchDraftBar(this, matches, publishing, this::drawDetail);
        addClassName("lk-beside");
        detail.addClassName("lk-detail");
    }

    @Override
    void read(RouteParameters parameters, BeforeEnterEvent event) {
        chosen = first(event, "item").flatMap(MatchesView::item);
        drawDetail();
    }

    @Override
    List<Component> standing() {
        return List.of(Sections.head("Matches"), detail);
    }

    @Override
    List<Component> content() {
        if (space().setup() != SetupStep.DONE) {
            return List.of(Fix.withLink(
                    Tone.NEXT,
                    "Matches are chosen in the set-up first.",
                    "Go on with the set-up",
                    url("/setup/" + space().setup().path())));
        }
        if (space().decidedByNexudus()) {
            return decided();
        }
        MatchSheet sheet = matches.read(id());
        if (sheet.rows().isEmpty()) {
            return List.of(new EmptyState("Nexudus lists no pass, room, desk or office at this location."));
        }
        List<Component> all = new ArrayList<>();
        if (sheet.wanted().isEmpty()) {
            all.add(new EmptyState("No item is matched, so nothing opens. Start with the pass most people have."));
        }
        all.add(table(sheet));
        bar.draw(sheet).forEach(all::add);
        return all;
    }

    private List<Component> decided() {
        Table groups = new Table("Access groups", "Access group", "People pushed into it");
        matches.offered(id())
                .forEach(group -> groups.row(Table.text(group.name()), Table.text(String.valueOf(group.people()))));
        List<Component> all = new ArrayList<>();
        all.add(new Paragraph(
                "Which item stands for which access group is kept in Nexudus: Settings, Integrations, Access"
                        + " Control, Custom ACS. Here you see what came of it."));
        matches.faults(id()).forEach(fault -> all.add(Fix.saying(Tone.WITHHELD, fault)));
        all.add(groups);
        all.add(new Anchor(url("/setup/nexudus"), "What Nexudus calls, and when it last did"));
        return all;
    }

    private void drawDetail() {
        detail.removeAll();
        if (space().setup() != SetupStep.DONE || space().decidedByNexudus()) {
            return;
        }
        MatchSheet sheet = matches.read(id());
        chosen.flatMap(sheet::find)
                .ifPresent(item -> detail.add(new MatchDetail(item, sheet, this, matches, this::drawAll)));
        detail.add(versions(sheet));
    }

    private Component versions(MatchSheet sheet) {
        MatchVersions versions = new MatchVersions(sheet, this, version -> {
            matches.goBackTo(id(), version);
            say("The draft now leads back there. Nothing is published yet.");
            drawAll();
        });
        versions.setOpened(looksBack);
        versions.addOpenedChangeListener(event -> looksBack = event.isOpened());
        return versions;
    }

    private void drawAll() {
        drawDetail();
        reread();
    }

    private Component table(MatchSheet sheet) {
        Table table = new Table("Matches", "Item", "Opens", "People now", "State");
        sheet.rows()
                .forEach(row -> table.row(name(row), Table.text(groups(row, sheet)), people(row, sheet), state(row)));
        return table;
    }

    private Component name(Row row) {
        Anchor link =
                new Anchor(url("/matches?item=" + row.item().id()), row.item().name());
        link.addClassName("lk-one-line");
        if (chosen.filter(row.item().id()::equals).isPresent()) {
            link.getElement().setAttribute("aria-current", "true");
        }
        Div kind = new Div(kind(row.item().id().kind()));
        kind.addClassName("lk-quiet");
        Div cell = new Div(link, kind);
        cell.addClassName("lk-person");
        return cell;
    }

    private static String groups(Row row, MatchSheet sheet) {
        String names = row.chosen().stream().map(sheet::name).sorted().collect(Collectors.joining(", "));
        return names.isEmpty() ? "nothing" : names;
    }

    private static Component people(Row row, MatchSheet sheet) {
        int people = row.chosen().stream()
                .flatMap(group -> sheet.group(group).stream())
                .mapToInt(MatchSheet.Group::people)
                .max()
                .orElse(0);
        return Table.text(row.chosen().isEmpty() ? "–" : String.valueOf(people));
    }

    private static Component state(Row row) {
        if (row.isChanged()) {
            return StateChip.saying(State.NEXT, "Changed in the draft");
        }
        if (row.needsALook()) {
            return StateChip.saying(State.BEHIND, "Needs a look");
        }
        return row.chosen().isEmpty()
                ? StateChip.saying(State.ENDED, "Opens nothing")
                : StateChip.saying(State.RIGHT, "Matched");
    }

    static String kind(ItemKind kind) {
        String name = kind.name();
        return name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT);
    }

    private static Optional<ItemId> item(String text) {
        return text.matches("(PASS|RESOURCE|DESK|OFFICE)-\\d{1,18}") ? Optional.of(ItemId.of(text)) : Optional.empty();
    }
}
