package app.latchkey.operator.ui;

import app.latchkey.look.Act;
import app.latchkey.look.OnPage;
import app.latchkey.look.Waiting;
import app.latchkey.operator.DecideDisputes;
import app.latchkey.shared.Reference;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The search for whoever else writes in Salto, as all cards of a page show it. It belongs to the page and not to a card: cards are drawn anew
 * with every reading, and what was found has to outlive that.
 */
final class OtherWriterSearch {

    private static final Logger LOG = LoggerFactory.getLogger(OtherWriterSearch.class);

    private final SpacePage page;
    private final DecideDisputes disputes;
    private boolean looking;
    private Optional<String> found = Optional.empty();

    OtherWriterSearch(SpacePage page, DecideDisputes disputes) {
        this.page = page;
        this.disputes = disputes;
    }

    Component part() {
        Div part = new Div(
                new Paragraph(
                        found.orElse(
                                "It may be a colleague in Salto, another program, or Nexudus's own Salto integration if it is still switched on.")));
        part.addClassName("lk-stack");
        part.getElement().setAttribute("aria-live", "polite");
        if (looking) {
            part.add(
                    new Waiting(
                            "Looking through all customers and items in Nexudus. With thousands of them this takes minutes; you can go on deciding."));
        } else {
            part.add(Sections.row(
                    new Act(found.isPresent() ? "Look again in Nexudus" : "Look for it in Nexudus", this::look)));
        }
        return part;
    }

    /** Asked for by two cards at once, it is made once. */
    private void look() {
        if (looking) {
            return;
        }
        looking = true;
        UI ui = UI.getCurrentOrThrow();
        disputes.otherWriter(page.id()).whenComplete((words, failure) -> OnPage.draw(ui, () -> ended(words, failure)));
        page.refresh();
    }

    private void ended(@Nullable String words, @Nullable Throwable failure) {
        looking = false;
        found = Optional.of(words == null ? broken(failure) : words);
        page.refresh();
    }

    private static String broken(@Nullable Throwable failure) {
        Reference reference = Reference.next();
        LOG.error("The search for another writer broke, reference {}", reference, failure);
        return "The search broke on our side. Try again, or tell us %s.".formatted(reference);
    }
}
