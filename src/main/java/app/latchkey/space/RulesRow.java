package app.latchkey.space;

import app.latchkey.shared.ItemId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The columns of table {@code space} that hold its {@link SpaceRules}. */
final class RulesRow {

    static final String UPDATE = """
            update space set before_seconds = :before, after_seconds = :after, cut_off = :cutOff, shrinking = :shrinking,
              teams = :teams, shared_passes = :sharedPasses, visitors = :visitors, bridge_seconds = :bridge, overdue = :overdue,
              overdue_days = :overdueDays, overdue_weekends = :overdueWeekends, overdue_tolerated = :overdueTolerated,
              overdue_exempt = :overdueExempt, idle_days = :idleDays, rail_removals = :removals,
              rail_removal_percent = :removalPercent, rail_group_percent = :groupPercent, rail_group_size = :groupSize,
              rail_suspensions = :suspensions, rail_grants = :grants, rail_grant_percent = :grantPercent
            where space_id = :id
            """;

    private RulesRow() {}

    static SpaceRules read(ResultSet row) throws SQLException {
        return new SpaceRules(
                Duration.ofSeconds(row.getLong("before_seconds")),
                Duration.ofSeconds(row.getLong("after_seconds")),
                row.getObject("cut_off", LocalTime.class),
                items(row, "shrinking"),
                row.getBoolean("teams"),
                row.getBoolean("shared_passes"),
                row.getBoolean("visitors"),
                Duration.ofSeconds(row.getLong("bridge_seconds")),
                new OverdueSetting(
                        row.getBoolean("overdue"),
                        row.getInt("overdue_days"),
                        row.getBoolean("overdue_weekends"),
                        row.getBigDecimal("overdue_tolerated"),
                        items(row, "overdue_exempt")),
                row.getInt("idle_days"),
                new RailSettings(
                        row.getInt("rail_removals"),
                        row.getInt("rail_removal_percent"),
                        row.getInt("rail_group_percent"),
                        row.getInt("rail_group_size"),
                        row.getInt("rail_suspensions"),
                        row.getInt("rail_grants"),
                        row.getInt("rail_grant_percent")));
    }

    /** The parameters of {@link #UPDATE} but the id. */
    static Map<String, Object> parameters(SpaceRules rules) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("before", rules.before().toSeconds());
        values.put("after", rules.after().toSeconds());
        values.put("cutOff", rules.cutOff());
        values.put("shrinking", texts(rules.shrinking()));
        values.put("teams", rules.teams());
        values.put("sharedPasses", rules.sharedPasses());
        values.put("visitors", rules.visitors());
        values.put("bridge", rules.bridge().toSeconds());
        values.put("overdue", rules.overdue().on());
        values.put("overdueDays", rules.overdue().days());
        values.put("overdueWeekends", rules.overdue().weekends());
        values.put("overdueTolerated", rules.overdue().tolerated());
        values.put("overdueExempt", texts(rules.overdue().exempt()));
        values.put("idleDays", rules.idleDays());
        values.put("removals", rules.rails().removals());
        values.put("removalPercent", rules.rails().removalPercent());
        values.put("groupPercent", rules.rails().groupPercent());
        values.put("groupSize", rules.rails().groupSize());
        values.put("suspensions", rules.rails().suspensions());
        values.put("grants", rules.rails().grants());
        values.put("grantPercent", rules.rails().grantPercent());
        return values;
    }

    private static Set<ItemId> items(ResultSet row, String column) throws SQLException {
        return Arrays.stream((String[]) row.getArray(column).getArray())
                .map(ItemId::of)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static String[] texts(Set<ItemId> items) {
        return items.stream().map(ItemId::toString).sorted().toArray(String[]::new);
    }
}
