package app.latchkey.matching;

import app.latchkey.entitlement.Matches;
import app.latchkey.shared.AccessGroupId;
import app.latchkey.shared.ItemId;
import app.latchkey.shared.SpaceId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Matches of a space for which Nexudus decides: each access group that it has named is an item and earns itself. Nobody publishes them, so they
 * have no version.
 */
@Repository
class DecidedMatches {

    private static final long NONE = 0;

    private final JdbcClient jdbc;

    DecidedMatches(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Empty where Nexudus does not decide. */
    Optional<Matches> of(SpaceId space) {
        return jdbc.sql("select 1 from space where space_id = :space and decider = 'NEXUDUS'")
                .param("space", space.value())
                .query((row, number) -> named(space))
                .optional();
    }

    private Matches named(SpaceId space) {
        Map<ItemId, Set<AccessGroupId>> matches = new HashMap<>();
        jdbc.sql("""
                        select number, group_id from acs_group join group_claim using (space_id, group_id)
                        where space_id = :space
                        """)
                .param("space", space.value())
                .query((row, number) -> matches.put(
                        ItemId.group(row.getLong("number")),
                        Set.of(new AccessGroupId(row.getObject("group_id", UUID.class)))))
                .list();
        return new Matches(NONE, matches);
    }
}
