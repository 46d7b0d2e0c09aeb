package app.latchkey.operator.ui;

import app.latchkey.look.EmptyState;
import app.latchkey.look.Fix;
import app.latchkey.look.Table;
import app.latchkey.look.TimeText;
import app.latchkey.look.Tone;
import app.latchkey.operator.WayInSentences;
import app.latchkey.sync.CustomerDetail;
import app.latchkey.sync.WaysIn;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;

/** What one person opens with, and when Salto showed that. */
final class WaysInTable {

    private WaysInTable() {}

    static Component of(CustomerDetail person, SpacePage page) {
        if (person.saltoUser().isEmpty()) {
            return new EmptyState("Not in Salto yet: made there when the first access begins.");
        }
        WaysIn ways = person.ways();
        Table table = new Table("Ways in of this person", "Way in", "In Salto");
        table.row(Table.text("Salto app"), Table.text(WayInSentences.app(ways, page.voice())));
        table.row(Table.text("Tag"), Table.text(WayInSentences.tag(ways)));
        table.row(Table.text("PIN"), Table.text(WayInSentences.pin(ways)));
        Div all = new Div(table);
        all.addClassName("lk-stack");
        ways.readAt().ifPresent(at -> {
            Paragraph read = new Paragraph(
                    new Text("Seen in Salto "),
                    TimeText.ago(at, page.now(), page.space().zone()));
            read.addClassName("lk-quiet");
            all.add(read);
        });
        ways.cards().stream()
                .flatMap(card -> WayInSentences.card(card).stream())
                .forEach(sentence -> all.add(Fix.saying(Tone.WITHHELD, sentence)));
        return all;
    }
}
