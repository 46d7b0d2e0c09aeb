package app.latchkey.sync.read;

import app.latchkey.entitlement.Reason;
import app.latchkey.sync.run.RecordedReason;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** Reasons as rows hold them. */
final class Why {

    private Why() {}

    static Optional<Reason> in(ResultSet row, String column) throws SQLException {
        return RecordedReason.of(row.getString(column));
    }
}
