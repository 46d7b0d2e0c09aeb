package app.latchkey.sync.read;

import app.latchkey.connection.Partner;
import app.latchkey.connection.State;
import app.latchkey.nexudus.RefusedCalls;
import app.latchkey.salto.StreamState;
import app.latchkey.sync.Beginning;
import app.latchkey.sync.DoorStream;
import app.latchkey.sync.PartnerStates;
import app.latchkey.sync.PartnerStates.PartnerState;
import app.latchkey.sync.PartnerStates.PartnerTrouble;
import app.latchkey.sync.PartnerStates.Seats;
import app.latchkey.sync.run.Periods;
import app.latchkey.sync.run.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How the partners stand, and how far a new space has come. Within a space's scope. */
@Repository
class PartnerRows {

    private static final PartnerState NONE =
            new PartnerState(State.ABSENT, Optional.empty(), Optional.empty(), Optional.empty());

    private final JdbcClient jdbc;
    private final Periods periods;

    PartnerRows(JdbcClient jdbc, Periods periods) {
        this.jdbc = jdbc;
        this.periods = periods;
    }

    PartnerStates states(Optional<RefusedCalls> refused) {
        Map<Partner, PartnerState> states = new EnumMap<>(Partner.class);
        jdbc.sql("""
            select partner, state, since, trouble_words, trouble_since,
                   case partner when 'SALTO' then (select min(complete_at) from salto_source)
                                else (select min(complete_at) from nexudus_source) end as read_at
            from connection left join space_health health
              on health.space_id = connection.space_id and trouble_partner = partner and trouble_words <> ''
            """)
                .query((row, number) -> states.put(
                        Partner.valueOf(row.getString("partner")),
                        new PartnerState(
                                State.valueOf(row.getString("state")),
                                Rows.instant(row, "since"),
                                Rows.instant(row, "read_at"),
                                trouble(row))))
                .list();
        return new PartnerStates(
                states.getOrDefault(Partner.SALTO, NONE),
                states.getOrDefault(Partner.NEXUDUS, NONE),
                heardAt(),
                refused,
                seats(),
                doors());
    }

    private static Optional<PartnerTrouble> trouble(ResultSet row) throws SQLException {
        String words = row.getString("trouble_words");
        return Rows.instant(row, "trouble_since").map(since -> new PartnerTrouble(words, since));
    }

    /** One that nobody holds any more is about to be looked for again. */
    private Optional<DoorStream> doors() {
        return jdbc.sql("""
            select case when state = 'LIVE' and expires_at < clock_timestamp() then 'NOT_REACHABLE' else state end as state, since
            from door_stream where state is not null
            """)
                .query((row, number) -> new DoorStream(
                        StreamState.valueOf(row.getString("state")),
                        Rows.instant(row, "since").orElseThrow(),
                        periods.doors()))
                .optional();
    }

    Optional<Seats> seats() {
        return jdbc.sql("select used, bought from salto_seats")
                .query((row, number) -> new Seats(row.getInt("used"), row.getInt("bought")))
                .optional();
    }

    Beginning beginning() {
        return jdbc.sql("""
            select exists (select from run_change where what = 'GRANT' and state = 'DONE') as let_in,
                   exists (select from run_change where what = 'REVOKE' and state = 'DONE') as let_out,
                   (select count(*) from team where role in ('OWNER', 'OPERATOR')) > 1 as second,
                   (select contact_phone <> '' from space) as phone
            """)
                .query((row, number) -> new Beginning(
                        row.getBoolean("let_in"),
                        row.getBoolean("let_out"),
                        row.getBoolean("second"),
                        row.getBoolean("phone")))
                .single();
    }

    private Optional<Instant> heardAt() {
        return jdbc.sql("""
            select heard_at
            from (select called_at as heard_at from nexudus_hook union all select pushed_at from acs_address) calls
            where heard_at is not null order by heard_at desc limit 1
            """)
                .query((row, number) -> Rows.instant(row, "heard_at").orElseThrow())
                .optional();
    }
}
