package app.latchkey.operator.ui;

import app.latchkey.entitlement.ReasonWords;
import app.latchkey.look.EmptyState;
import app.latchkey.look.FindField;
import app.latchkey.look.PageTime;
import app.latchkey.look.PersonRow;
import app.latchkey.look.Table;
import app.latchkey.operator.Sentences;
import app.latchkey.shared.EmailAddress;
import app.latchkey.sync.CustomerDirectory;
import app.latchkey.sync.CustomerFilter;
import app.latchkey.sync.CustomerRow;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import jakarta.annotation.security.PermitAll;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Who can open what, and who is stuck? Search and filter stand in the address. */
@Route("spaces/:slug/customers")
@PermitAll
class CustomersView extends SpacePage {

    private final transient CustomerDirectory directory;
    private CustomerFilter filter = CustomerFilter.ALL;
    private final FindField field =
            new FindField("Name, e-mail or id", "Search customers", words -> path(filter, words));
    private String search = "";
    private final transient Portion portion = new Portion();

    CustomersView(PageTools tools, CustomerDirectory directory) {
        super(tools, "Customers");
        this.directory = directory;
    }

    @Override
    boolean alsoForTheDesk() {
        return true;
    }

    @Override
    void read(RouteParameters parameters, BeforeEnterEvent event) {
        search = field.read(event);
        filter = first(event, "show").map(CustomersView::filter).orElse(CustomerFilter.ALL);
        portion.fromTheStart();
    }

    @Override
    List<Component> content() {
        List<Component> all = new ArrayList<>();
        all.add(filters(directory.counts(id(), search)));
        List<CustomerRow> rows = directory.customers(id(), search, filter, 0, portion.asked());
        all.add(rows.isEmpty() ? empty() : table(portion.of(rows)));
        portion.more(rows, this::reread).ifPresent(all::add);
        return all;
    }

    @Override
    List<Component> standing() {
        return List.of(Sections.head("Customers", field));
    }

    private Nav filters(Map<CustomerFilter, Integer> counts) {
        Nav chips = new Nav();
        chips.addClassName("lk-filters");
        chips.setAriaLabel("Filter");
        for (CustomerFilter one : CustomerFilter.values()) {
            Anchor chip = new Anchor("/" + path(one, search), label(one) + " " + counts.getOrDefault(one, 0));
            if (one == filter) {
                chip.getElement().setAttribute("aria-current", "true");
            }
            chips.add(chip);
        }
        return chips;
    }

    private Component table(List<CustomerRow> rows) {
        Table table = new Table("Customers", "Name", "State", "Groups now", "Because", "Until");
        rows.forEach(row -> table.row(
                new PersonRow(
                        row.name(),
                        url("/customers/" + row.customer()),
                        row.email().map(EmailAddress::value).orElse("no e-mail")),
                Shown.of(row.state()),
                row.groups().isEmpty() ? Table.nothing() : Table.text(String.join(", ", row.groups())),
                why(row),
                row.until()
                        .map(until -> Table.line(PageTime.when(until, now(), space().zone())))
                        .orElseGet(Table::nothing)));
        return new Div(table);
    }

    private Component why(CustomerRow row) {
        String words = row.reason()
                .map(reason -> ReasonWords.clause(reason, voice()))
                .orElseGet(() -> Sentences.becauses(row.because(), voice()));
        return words.isEmpty() ? Table.nothing() : Table.text(words);
    }

    private Component empty() {
        if (!search.isBlank()) {
            return new EmptyState("Nobody called “" + search + "” here.");
        }
        return new EmptyState(
                filter == CustomerFilter.ALL ? "Nexudus has no customers at this location." : "Nobody stands so now.");
    }

    private String path(CustomerFilter to, String query) {
        List<String> pairs = new ArrayList<>();
        if (to != CustomerFilter.ALL) {
            pairs.add("show=" + to.name().toLowerCase(Locale.ROOT));
        }
        if (!query.isBlank()) {
            pairs.add(FindField.pair(query));
        }
        String path = "spaces/" + space().slug() + "/customers";
        return pairs.isEmpty() ? path : path + "?" + String.join("&", pairs);
    }

    private static CustomerFilter filter(String words) {
        return Arrays.stream(CustomerFilter.values())
                .filter(one -> one.name().equalsIgnoreCase(words))
                .findFirst()
                .orElse(CustomerFilter.ALL);
    }

    private static String label(CustomerFilter filter) {
        return switch (filter) {
            case ALL -> "All";
            case CAN_OPEN_NOW -> "Can open now";
            case WITHHELD -> "Withheld";
            case ON_ITS_WAY -> "On its way";
            case BY_HAND -> "By hand";
        };
    }
}
