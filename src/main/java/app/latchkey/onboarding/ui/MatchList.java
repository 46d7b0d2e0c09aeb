package app.latchkey.onboarding.ui;

import app.latchkey.look.EmptyState;
import app.latchkey.onboarding.MatchRow;
import app.latchkey.onboarding.MatchTable;
import app.latchkey.shared.AccessGroupId;
import app.latchkey.shared.ItemId;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;

/** The items of a location: filtered by kind or by what is open, searched by name, each with its groups. */
class MatchList extends Div {

    /** Each has a list of every group to choose from: many at once keep a browser busy for seconds. */
    private static final int ROWS_AT_ONCE = 30;

    private final transient MatchItem.Choice deeds;
    private final transient Consumer<MatchFilter> shows;
    private final Div filters = new Div();
    private final Div rows = new Div();
    private transient MatchTable table;
    private MatchFilter filter;
    private String searched = "";

    /**
     * @param deeds hears of every choice after the list has taken it
     * @param shows hears which filter is shown, so that it can stand in the address
     */
    MatchList(MatchTable table, MatchFilter filter, MatchItem.Choice deeds, Consumer<MatchFilter> shows) {
        this.table = table;
        this.filter = filter;
        this.deeds = deeds;
        this.shows = shows;
        addClassName("lk-stack");
        filters.addClassName("lk-filters");
        filters.getElement().setAttribute("role", "group").setAttribute("aria-label", "Show");
        Div tools = new Div(filters, search());
        tools.addClassNames("lk-row", "lk-spread");
        add(tools, rows);
        drawFilters();
        drawRows();
    }

    /** As it stands with everything that was chosen here. */
    MatchTable table() {
        return table;
    }

    private Component search() {
        TextField search = new TextField();
        search.setAriaLabel("Search items");
        search.setPlaceholder("Search items");
        search.setPrefixComponent(VaadinIcon.SEARCH.create());
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.addValueChangeListener(event -> {
            searched = event.getValue().strip().toLowerCase(Locale.ROOT);
            drawRows();
        });
        return search;
    }

    private void drawFilters() {
        filters.removeAll();
        for (MatchFilter each : MatchFilter.values()) {
            long count = table.count(row -> each.takes(row, table.groups()));
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
        shows.accept(chosen);
        drawFilters();
        drawRows();
    }

    private void drawRows() {
        rows.removeAll();
        List<MatchRow> found = table.rows().stream()
                .filter(row -> filter.takes(row, table.groups()))
                .filter(row -> row.item().name().toLowerCase(Locale.ROOT).contains(searched))
                .toList();
        if (found.isEmpty()) {
            rows.add(new EmptyState("Nothing here. Choose another filter, or clear the search."));
            return;
        }
        UnorderedList list = new UnorderedList();
        list.addClassName("lk-match-list");
        list.getElement().executeJs("window.lkMatchKeys?.(this)");
        rows.add(list);
        drawMore(list, found);
    }

    /** Adds the next ones below those that are there. */
    private void drawMore(UnorderedList list, List<MatchRow> open) {
        int next = Math.min(ROWS_AT_ONCE, open.size());
        open.subList(0, next).forEach(row -> list.add(new MatchItem(row, table.groups(), new Choices())));
        List<MatchRow> left = open.subList(next, open.size());
        if (!left.isEmpty()) {
            rows.add(new Button("Show %d more".formatted(Math.min(ROWS_AT_ONCE, left.size())), event -> {
                event.getSource().removeFromParent();
                int before = list.getComponentCount();
                drawMore(list, left);
                list.getComponentAt(before).getElement().callJsFunction("focus");
            }));
        }
    }

    /** The row draws itself, so that the focus stays where it is. */
    private final class Choices implements MatchItem.Choice {

        @Override
        public void made(ItemId item, Set<AccessGroupId> groups) {
            table = table.choosing(item, groups);
            drawFilters();
            deeds.made(item, groups);
        }

        @Override
        public void groupWanted(MatchRow row) {
            deeds.groupWanted(row);
        }

        @Override
        public void alwaysWanted(AccessGroupId group) {
            deeds.alwaysWanted(group);
        }
    }
}
