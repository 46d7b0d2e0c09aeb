package app.latchkey.sync.read;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** What the last plan said of one person and one access group: the column {@code standing.verdict}. */
enum Verdict {
    IN,
    ON_ITS_WAY,
    WITHHELD,
    BY_HAND,
    PINNED,
    HELD_GRANT,
    HELD_REMOVAL,
    LEAVING;

    static Optional<Verdict> in(ResultSet row) throws SQLException {
        return Optional.ofNullable(row.getString("verdict")).map(Verdict::valueOf);
    }
}
