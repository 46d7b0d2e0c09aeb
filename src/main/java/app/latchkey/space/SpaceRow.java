package app.latchkey.space;

import app.latchkey.shared.SpaceId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of table {@code space} as a {@link Space}. */
final class SpaceRow {

    private SpaceRow() {}

    static Space read(ResultSet row, int number) throws SQLException {
        return new Space(
                id(row),
                row.getString("slug"),
                row.getString("name"),
                ZoneId.of(row.getString("zone")),
                Decider.valueOf(row.getString("decider")),
                SetupStep.valueOf(row.getString("setup")),
                Mode.valueOf(row.getString("mode")),
                instant(row, "paused_at"),
                instant(row, "frozen_until"),
                gap(row),
                RulesRow.read(row),
                new Passport(row.getBoolean("passport_white_label"), row.getBoolean("passport_before_june_2020")),
                new ContactDetails(
                        row.getString("contact_phone"),
                        row.getString("contact_hours"),
                        row.getString("contact_after_hours")));
    }

    static SpaceId id(ResultSet row) throws SQLException {
        return new SpaceId(row.getObject("space_id", UUID.class));
    }

    private static @Nullable Gap gap(ResultSet row) throws SQLException {
        Instant since = instant(row, "gap_since");
        return since == null ? null : new Gap(since, instant(row, "gap_asked_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }
}
