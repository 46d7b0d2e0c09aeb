package app.latchkey.sync.run;

import app.latchkey.shared.AccessGroupId;
import app.latchkey.shared.PlatformUserId;
import app.latchkey.shared.Window;
import app.latchkey.sync.plan.Membership;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Columns in our words. */
public final class Rows {

    private Rows() {}

    public static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    public static @Nullable OffsetDateTime at(Optional<Instant> instant) {
        return instant.map(Rows::at).orElse(null);
    }

    /** From the columns {@code from_at} and {@code until_at}. */
    public static Window window(ResultSet row) throws SQLException {
        return new Window(
                instant(row, "from_at").orElseThrow(), instant(row, "until_at").orElse(null));
    }

    /** From the columns {@code platform_user} and {@code group_id}. */
    public static Membership membership(ResultSet row) throws SQLException {
        return new Membership(
                new PlatformUserId(row.getObject("platform_user", UUID.class)),
                new AccessGroupId(row.getObject("group_id", UUID.class)));
    }

    /** The constant of that name, for people to look at: for a name that is unknown here, such as what a newer version has written, the other. */
    public static <E extends Enum<E>> E named(ResultSet row, String column, E otherwise) throws SQLException {
        String name = row.getString(column);
        return Arrays.stream(otherwise.getDeclaringClass().getEnumConstants())
                .filter(known -> known.name().equals(name))
                .findFirst()
                .orElse(otherwise);
    }

    public static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getTimestamp(column)).map(Timestamp::toInstant);
    }
}
