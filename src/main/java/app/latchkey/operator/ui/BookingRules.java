package app.latchkey.operator.ui;

import app.latchkey.entitlement.NamedItem;
import app.latchkey.shared.ItemKind;
import app.latchkey.space.SpaceRules;
import com.vaadin.flow.component.checkbox.Checkbox;
import java.time.Duration;
import java.util.List;

/** When a booking opens doors, and for whom. */
final class BookingRules extends RuleGroup {

    private static final int LONGEST = 24 * 60;

    private final RuleNumber before = new RuleNumber("Minutes before a booking", 0, LONGEST);
    private final RuleNumber after = new RuleNumber("Minutes after a booking", 0, LONGEST);
    private final ItemsField shrinking;
    private final Checkbox visitors =
            new Checkbox("Visitors of a booking who are customers themselves come in with it.");

    BookingRules(List<NamedItem> items, Runnable changed) {
        super("Bookings", changed);
        shrinking = new ItemsField(
                "Rooms where whoever comes has the gap between two bookings first",
                items.stream()
                        .filter(item -> item.id().kind() == ItemKind.RESOURCE)
                        .toList());
        sentence("Doors open", before, "minutes before a booking and stay open", after, "minutes after it.");
        sentence(shrinking);
        hint("Elsewhere the times around two bookings may overlap. Booked time is never cut.");
        sentence(visitors);
        close();
    }

    @Override
    void show(SpaceRules rules) {
        before.setValue((int) rules.before().toMinutes());
        after.setValue((int) rules.after().toMinutes());
        shrinking.show(rules.shrinking());
        visitors.setValue(rules.visitors());
    }

    @Override
    SpaceRules into(SpaceRules rules) {
        if (complaint().isPresent()) {
            return rules;
        }
        return rules.around(Duration.ofMinutes(before.number()), Duration.ofMinutes(after.number()))
                .shrinkingAt(shrinking.ids())
                .withVisitors(visitors.getValue());
    }
}
