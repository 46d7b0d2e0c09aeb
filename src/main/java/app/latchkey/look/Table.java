package app.latchkey.look;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;

/** A plain table of a page's rows; on a phone each row becomes a small card with its headings inside. */
public final class Table extends Div {

    private static final String AS_USUAL = "data-as-usual";

    private final NativeTable table = new NativeTable();
    private final String[] headings;

    /**
     * @param label what the table is of, for who cannot see it
     * @param headings a blank one stands over buttons, which say by themselves what they do
     */
    public Table(String label, String... headings) {
        this.headings = headings.clone();
        addClassName("lk-scroll");
        table.addClassName("lk-table");
        table.getElement().setAttribute("aria-label", label);
        NativeTableRow head = new NativeTableRow();
        for (String heading : headings) {
            head.add(heading.isBlank() ? new NativeTableCell() : headerCell(heading));
        }
        table.getHead().add(head);
        add(table);
    }

    private static NativeTableHeaderCell headerCell(String heading) {
        NativeTableHeaderCell cell = new NativeTableHeaderCell(heading);
        cell.getElement().setAttribute("scope", "col");
        return cell;
    }

    /** One cell for each heading. */
    public void row(Component... cells) {
        NativeTableRow row = new NativeTableRow();
        for (int i = 0; i < cells.length; i++) {
            NativeTableCell cell = new NativeTableCell(cells[i]);
            cell.getElement().setAttribute("data-heading", headings[i]);
            // On a phone a card says what there is; only a table has to fill every column.
            cell.getElement().setAttribute("data-nothing", isNothing(cells[i]));
            row.add(cell);
        }
        table.getBody().add(row);
    }

    private static boolean isNothing(Component cell) {
        return cell instanceof Nothing || cell.getElement().hasAttribute(AS_USUAL);
    }

    /** What a table shows so that its column is full, and a phone's card need not. */
    public static Component asUsual(Component cell) {
        cell.getElement().setAttribute(AS_USUAL, true);
        return cell;
    }

    public static Component text(String words) {
        return new Span(words);
    }

    /** Words that stand on one line, such as a time. */
    public static Component line(String words) {
        Span line = new Span(words);
        line.addClassName("lk-short");
        return line;
    }

    /** What a cell shows that has nothing to say. */
    public static Component nothing() {
        return new Nothing();
    }

    private static final class Nothing extends Span {
        private static final long serialVersionUID = 1L;

        Nothing() {
            super("–");
        }
    }
}
