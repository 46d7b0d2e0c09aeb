package app.latchkey.operator;

import app.latchkey.space.OverdueSetting;
import app.latchkey.space.RailSettings;
import app.latchkey.space.SpaceRules;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The rules by name, for the audit and for whoever changed them at the same time. */
public final class RuleWords {

    private RuleWords() {}

    /** What the second has otherwise than the first, as the second has it. */
    public static Map<String, String> changes(SpaceRules from, SpaceRules to) {
        Map<String, String> before = named(from);
        Map<String, String> changes = new LinkedHashMap<>();
        named(to).forEach((name, value) -> {
            if (!value.equals(before.get(name))) {
                changes.put(name, value);
            }
        });
        return changes;
    }

    private static Map<String, String> named(SpaceRules rules) {
        Map<String, String> named = new LinkedHashMap<>();
        named.put("minutes before", String.valueOf(rules.before().toMinutes()));
        named.put("minutes after", String.valueOf(rules.after().toMinutes()));
        named.put("day begins", rules.cutOff().toString());
        named.put("rooms that give way", listed(rules.shrinking()));
        named.put("teams of contract holders", comeIn(rules.teams()));
        named.put("teams that share passes", comeIn(rules.sharedPasses()));
        named.put("visitors of a booking", comeIn(rules.visitors()));
        named.put("hours over a renewal", orNever(rules.bridge().toHours()));
        overdue(rules.overdue(), named);
        named.put("days to an idle seat", orNever(rules.idleDays()));
        rails(rules.rails(), named);
        return named;
    }

    private static void overdue(OverdueSetting overdue, Map<String, String> named) {
        named.put("unpaid invoices", overdue.on() ? "close doors" : "close no doors");
        named.put("days after the due day", String.valueOf(overdue.days()));
        named.put("weekends", overdue.weekends() ? "count" : "do not count");
        named.put("tolerated amount", overdue.tolerated().toPlainString());
        named.put("items that open all the same", listed(overdue.exempt()));
    }

    private static void rails(RailSettings rails, Map<String, String> named) {
        named.put("removals that pass", "%d people or %d %%".formatted(rails.removals(), rails.removalPercent()));
        named.put(
                "share of a group that passes",
                "%d %% from %d members".formatted(rails.groupPercent(), rails.groupSize()));
        named.put("suspensions that pass", String.valueOf(rails.suspensions()));
        named.put("grants that pass", "%d people or %d %%".formatted(rails.grants(), rails.grantPercent()));
    }

    private static String comeIn(boolean on) {
        return on ? "come in" : "do not come in";
    }

    private static String orNever(long number) {
        return number == 0 ? "never" : String.valueOf(number);
    }

    private static String listed(Set<?> items) {
        return items.isEmpty()
                ? "none"
                : items.stream().map(Object::toString).sorted().collect(Collectors.joining(", "));
    }
}
