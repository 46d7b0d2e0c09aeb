package app.latchkey.operator.ui;

import app.latchkey.look.Act;
import app.latchkey.look.PageTime;
import app.latchkey.matching.MatchVersion;
import app.latchkey.operator.MatchSheet;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.function.Consumer;

/** What was published when and by whom, each with the way back to it. */
class MatchVersions extends Details {

    MatchVersions(MatchSheet sheet, SpacePage page, Consumer<MatchVersion> back) {
        super("Versions");
        Div rows = new Div();
        sheet.versions().forEach(version -> rows.add(row(version, sheet, page, back)));
        add(rows);
    }

    private static Component row(MatchVersion version, MatchSheet sheet, SpacePage page, Consumer<MatchVersion> back) {
        long number = version.matches().version();
        Span words = new Span("Version %d, %s, by %s"
                .formatted(
                        number,
                        PageTime.when(version.at(), page.now(), page.space().zone()),
                        version.by()));
        Div row = new Div(words);
        row.addClassNames("lk-row", "lk-spread", "lk-version");
        if (number == sheet.published().version()) {
            row.add(new Span("holds now"));
        } else {
            Button again = new Act("Go back to this", () -> back.accept(version));
            again.setAriaLabel("Go back to version " + number);
            row.add(again);
        }
        return row;
    }
}
