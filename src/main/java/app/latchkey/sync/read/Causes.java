package app.latchkey.sync.read;

import app.latchkey.connection.Partner;
import app.latchkey.connection.PartnerFailure.Category;
import app.latchkey.sync.TroubleCause;
import app.latchkey.sync.run.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/**
 * What stands in the way of a space, by its row on the board: a dead connection before what the last runs met, that before a partner who does not
 * answer, and people who are wrong although nothing else is.
 */
final class Causes {

    private Causes() {}

    static Optional<TroubleCause> of(ResultSet row) throws SQLException {
        if (row.getBoolean("dead")) {
            return Optional.of(TroubleCause.of(Category.NEEDS_SIGN_IN, ill(row)));
        }
        String category = row.getString("trouble_category");
        if (category != null) {
            return Optional.of(new TroubleCause(
                    category,
                    Optional.ofNullable(row.getString("trouble_partner")).map(Partner::valueOf)));
        }
        if (row.getBoolean("silent")) {
            return Optional.of(TroubleCause.of(Category.SILENT, ill(row)));
        }
        return Rows.instant(row, "wrong_since").map(_ -> TroubleCause.people());
    }

    /** Since when that is so. */
    static Optional<Instant> since(ResultSet row) throws SQLException {
        Optional<Instant> ill = Rows.instant(row, "ill_since");
        Optional<Instant> wrong = Rows.instant(row, "wrong_since");
        return row.getBoolean("dead")
                ? ill
                : Rows.instant(row, "trouble_since").or(() -> ill).or(() -> wrong);
    }

    private static Partner ill(ResultSet row) throws SQLException {
        return Partner.valueOf(row.getString("ill"));
    }
}
