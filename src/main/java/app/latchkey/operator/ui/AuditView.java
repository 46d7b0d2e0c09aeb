package app.latchkey.operator.ui;

import app.latchkey.audit.AuditEntry;
import app.latchkey.audit.ChainCheck;
import app.latchkey.look.EmptyState;
import app.latchkey.look.FindField;
import app.latchkey.look.State;
import app.latchkey.look.StateChip;
import app.latchkey.look.Table;
import app.latchkey.look.TimeText;
import app.latchkey.operator.AuditSentences;
import app.latchkey.operator.AuditTrail;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import jakarta.annotation.security.PermitAll;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Who did what, and when? Newest first; the search stands in the address. */
@Route("spaces/:slug/audit")
@PermitAll
class AuditView extends SpacePage {

    private static final int SEARCHED = 2_000;
    private static final int EXPORTED = 100_000;

    private final transient AuditTrail audit;
    private final FindField field = new FindField("Person, door or deed", "Search the audit", this::path);
    private String search = "";
    private final transient Portion portion = new Portion();

    AuditView(PageTools tools, AuditTrail audit) {
        super(tools, "Audit");
        this.audit = audit;
    }

    @Override
    void read(RouteParameters parameters, BeforeEnterEvent event) {
        search = field.read(event);
        portion.fromTheStart();
    }

    @Override
    List<Component> standing() {
        return List.of(Sections.head("Audit", field, export()));
    }

    @Override
    List<Component> content() {
        List<AuditEntry> found = audit.latest(space(), SEARCHED).stream()
                .filter(entry -> AuditSentences.matches(entry, search))
                .toList();
        return draw(audit.check(space()), found);
    }

    List<Component> draw(ChainCheck check, List<AuditEntry> found) {
        List<Component> all = new ArrayList<>();
        all.add(Sections.row(
                StateChip.saying(check.unbroken() ? State.RIGHT : State.STOPPED, AuditSentences.of(check))));
        if (found.isEmpty()) {
            all.add(new EmptyState(
                    search.isBlank()
                            ? "Nobody has done anything here yet."
                            : "Nothing about “%s” among the newest entries.".formatted(search)));
            return all;
        }
        all.add(table(portion.of(found)));
        portion.more(found, this::reread).ifPresent(all::add);
        return all;
    }

    private Component table(List<AuditEntry> entries) {
        Table table = new Table("Audit", "What", "When", "Row");
        entries.forEach(entry -> table.row(
                Table.text(AuditSentences.of(entry)),
                TimeText.ago(entry.at(), now(), space().zone()),
                Table.text(String.valueOf(entry.number()))));
        return table;
    }

    private Anchor export() {
        return Download.of("Export", "audit-" + space().slug() + ".csv", "text/csv", this::csv);
    }

    private String csv() {
        return audit.latest(space(), EXPORTED).stream()
                .map(AuditSentences::line)
                .collect(Collectors.joining("\r\n", "row,at,who,what,details\r\n", "\r\n"));
    }

    private String path(String query) {
        return FindField.address("spaces/" + space().slug() + "/audit", query);
    }
}
