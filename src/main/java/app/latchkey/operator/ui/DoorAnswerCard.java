package app.latchkey.operator.ui;

import app.latchkey.entitlement.Cure;
import app.latchkey.entitlement.DoorState;
import app.latchkey.look.Steps;
import app.latchkey.operator.CureSentences;
import app.latchkey.operator.CustomerChain;
import app.latchkey.shared.AccessGroupId;
import app.latchkey.sync.CustomerDetail;
import app.latchkey.sync.DoorAnswer;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.SortedMap;

/** The chain from purchase to one door, and the fewest things that would open it. */
final class DoorAnswerCard {

    private DoorAnswerCard() {}

    static Component of(CustomerDetail person, DoorAnswer answer, SpacePage page) {
        Div card = Sections.card(new Steps(CustomerChain.of(person, answer, page.voice())));
        card.addClassName("lk-stack");
        if (!opens(answer)) {
            card.add(new H3("What would open it"));
            card.add(answer.cures()
                    .map(cures -> cures(cures, person, answer, page))
                    .orElseGet(() -> new Paragraph(
                            "Nothing here: this person is looked after by hand in Salto, and we leave that alone.")));
        }
        return card;
    }

    private static boolean opens(DoorAnswer answer) {
        DoorState state = answer.explanation().verdict();
        return state == DoorState.OPEN || state == DoorState.BY_HAND;
    }

    private static Component cures(List<Cure> cures, CustomerDetail person, DoorAnswer answer, SpacePage page) {
        if (cures.isEmpty()) {
            return new Paragraph("Nothing that you have to do: it is on its way.");
        }
        if (cures.size() == 1) {
            return new Paragraph(deed(cures.getFirst(), person, answer, page));
        }
        OrderedList list = new OrderedList();
        list.addClassName("lk-deeds");
        cures.forEach(cure -> list.add(new ListItem(deed(cure, person, answer, page))));
        Span all = new Span("All of these; with one left out it stays shut.");
        all.addClassName("lk-quiet");
        return new Div(list, all);
    }

    private static Component[] deed(Cure cure, CustomerDetail person, DoorAnswer answer, SpacePage page) {
        Text words = new Text(CureSentences.say(cure, person.customer(), answer.names(), page.voice()) + " ");
        String place = CureSentences.place(cure);
        return place.isEmpty() || !page.operates()
                ? new Component[] {words}
                : new Component[] {
                    words, new Anchor(page.url(place), place.equals("/matches") ? "Open the matches" : "Decide")
                };
    }

    /** The same question about every other access group. */
    static Component others(SortedMap<String, AccessGroupId> groups, CustomerDetail person, SpacePage page) {
        UnorderedList list = new UnorderedList();
        groups.forEach((name, group) -> list.add(
                new ListItem(new Anchor(page.url("/customers/" + person.customer() + "?group=" + group), name))));
        NativeDetails all = new NativeDetails("Ask about another access group", list);
        all.addClassName("lk-ask");
        return all;
    }
}
