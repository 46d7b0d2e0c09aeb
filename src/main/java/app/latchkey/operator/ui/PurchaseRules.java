package app.latchkey.operator.ui;

import app.latchkey.space.SpaceRules;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.timepicker.TimePicker;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** When passes and contracts open doors, and for whom. */
final class PurchaseRules extends RuleGroup {

    private static final int LONGEST_BRIDGE = 7 * 24;

    private final TimePicker cutOff = new TimePicker();
    private final RuleNumber bridge = new RuleNumber("Hours that a pass lasts longer", 0, LONGEST_BRIDGE);
    private final Checkbox teams = new Checkbox("The team of whoever holds a contract comes in with it.");
    private final Checkbox sharedPasses =
            new Checkbox("A pass lets in the whole team, where Nexudus shares the team's passes.");

    PurchaseRules(Runnable changed) {
        super("Passes and contracts", changed);
        cutOff.setAriaLabel("The business day begins at");
        cutOff.setLocale(Locale.UK);
        cutOff.addClassName("lk-time");
        sentence("A used day pass holds until", cutOff, "when the next business day begins.");
        hint("In Nexudus it is midnight unless you changed it.");
        sentence("A pass of a plan lasts", bridge, "hours longer while its renewal is on its way.");
        hint("0 is off. No pass lasts longer once a payment has failed or the plan is cancelled.");
        sentence(teams);
        sentence(sharedPasses);
        hint(
                "As long as one pass of whoever pays for the team counts, all of the team come in by it. Latchkey checks none of them in.");
        close();
    }

    @Override
    void show(SpaceRules rules) {
        cutOff.setValue(rules.cutOff());
        bridge.setValue((int) rules.bridge().toHours());
        teams.setValue(rules.teams());
        sharedPasses.setValue(rules.sharedPasses());
    }

    @Override
    Optional<String> complaint() {
        return cutOff.isEmpty()
                ? Optional.of("The business day begins at: type a time, such as 03:00.")
                : super.complaint();
    }

    @Override
    SpaceRules into(SpaceRules rules) {
        if (complaint().isPresent()) {
            return rules;
        }
        return rules.cutOffAt(cutOff.getValue())
                .bridging(Duration.ofHours(bridge.number()))
                .withTeams(teams.getValue())
                .withSharedPasses(sharedPasses.getValue());
    }
}
