package app.latchkey.operator.ui;

import app.latchkey.space.RailSettings;
import app.latchkey.space.SpaceRules;

/** How much may change at once without a yes, and how long a seat stays idle. */
final class LimitRules extends RuleGroup {

    private static final int MOST = 10_000;
    private static final int WHOLE = 100;
    private static final int LONGEST_IDLE = 365;

    private final RuleNumber removals = new RuleNumber("Removals that pass", 0, MOST);
    private final RuleNumber removalPercent = new RuleNumber("Percent of the space that pass", 0, WHOLE);
    private final RuleNumber groupPercent = new RuleNumber("Percent of a group that pass", 0, WHOLE);
    private final RuleNumber groupSize = new RuleNumber("Members from which a group counts", 0, MOST);
    private final RuleNumber suspensions = new RuleNumber("Suspended customers of a group who go at once", 0, MOST);
    private final RuleNumber grants = new RuleNumber("Grants that pass", 0, MOST);
    private final RuleNumber grantPercent = new RuleNumber("Percent of the space granted that pass", 0, WHOLE);
    private final RuleNumber idle = new RuleNumber("Days to an idle seat", 0, LONGEST_IDLE);

    LimitRules(Runnable changed) {
        super("Larger changes and seats", changed);
        sentence(
                "Removals nobody foresaw wait for your yes when they are more than",
                removals,
                "people and more than",
                removalPercent,
                "% of the space,");
        sentence("or more than", groupPercent, "% of a group that has", groupSize, "members or more.");
        sentence("Up to", suspensions, "suspended customers of a group go at once.");
        sentence(
                "Grants wait when they are more than", grants, "people and more than", grantPercent, "% of the space.");
        sentence("Somebody whom we invited gives the seat back after", idle, "days in no group with nothing due.");
        hint("0 is never. Whoever is due again has a seat again with the first group.");
        close();
    }

    @Override
    void show(SpaceRules rules) {
        RailSettings rails = rules.rails();
        removals.setValue(rails.removals());
        removalPercent.setValue(rails.removalPercent());
        groupPercent.setValue(rails.groupPercent());
        groupSize.setValue(rails.groupSize());
        suspensions.setValue(rails.suspensions());
        grants.setValue(rails.grants());
        grantPercent.setValue(rails.grantPercent());
        idle.setValue(rules.idleDays());
    }

    @Override
    SpaceRules into(SpaceRules rules) {
        if (complaint().isPresent()) {
            return rules;
        }
        return rules.idleAfter(idle.number())
                .railedBy(new RailSettings(
                        removals.number(),
                        removalPercent.number(),
                        groupPercent.number(),
                        groupSize.number(),
                        suspensions.number(),
                        grants.number(),
                        grantPercent.number()));
    }
}
