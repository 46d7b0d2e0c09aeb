package app.latchkey.operator.ui;

import app.latchkey.entitlement.NamedItem;
import app.latchkey.space.OverdueSetting;
import app.latchkey.space.SpaceRules;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.TextFieldVariant;
import java.util.List;
import java.util.Optional;

/** Whether and when an unpaid invoice closes doors. */
final class InvoiceRules extends RuleGroup {

    private static final int LONGEST = 365;

    private final Checkbox closing = new Checkbox("An unpaid invoice closes doors.");
    private final RuleNumber days = new RuleNumber("Days after the due day", 0, LONGEST);
    private final Checkbox weekends = new Checkbox("Saturdays and Sundays count among these days.");
    private final BigDecimalField tolerated = new BigDecimalField();
    private final ItemsField exempt;

    InvoiceRules(List<NamedItem> items, Runnable changed) {
        super("Unpaid invoices", changed);
        exempt = new ItemsField("Open all the same", items);
        tolerated.setAriaLabel("Amount that may stay unpaid");
        tolerated.addClassName("lk-inline-number");
        tolerated.addThemeVariants(TextFieldVariant.SMALL);
        sentence(closing);
        sentence("Doors stay open for", days, "days after the due day.");
        sentence(weekends);
        sentence("An amount up to", tolerated, "may stay unpaid.");
        sentence(exempt);
        hint("Whoever comes in by somebody else’s contract or booking goes with it.");
        close();
    }

    @Override
    void show(SpaceRules rules) {
        closing.setValue(rules.overdue().on());
        days.setValue(rules.overdue().days());
        weekends.setValue(rules.overdue().weekends());
        tolerated.setValue(rules.overdue().tolerated());
        exempt.show(rules.overdue().exempt());
    }

    @Override
    Optional<String> complaint() {
        boolean possible = !tolerated.isEmpty() && tolerated.getValue().signum() >= 0;
        return possible
                ? super.complaint()
                : Optional.of("Amount that may stay unpaid: type a number from 0, such as 12.50.");
    }

    @Override
    SpaceRules into(SpaceRules rules) {
        if (complaint().isPresent()) {
            return rules;
        }
        return rules.overdue(new OverdueSetting(
                closing.getValue(), days.number(), weekends.getValue(), tolerated.getValue(), exempt.ids()));
    }
}
