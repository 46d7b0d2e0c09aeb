package app.latchkey.sync.read;

import app.latchkey.sync.run.Rows;
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
    LEAVING,
    /** Recorded by a newer version than this one, which does not understand it. Never written. */
    FROM_NEWER_VERSION;

    static Optional<Verdict> in(ResultSet row) throws SQLException {
        return row.getString("verdict") == null
                ? Optional.empty()
                : Optional.of(Rows.named(row, "verdict", FROM_NEWER_VERSION));
    }
}
