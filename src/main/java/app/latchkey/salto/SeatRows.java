package app.latchkey.salto;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code salto_seats}. Within a space's scope. */
@Repository
class SeatRows {

    private final JdbcClient jdbc;

    SeatRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One more, or one fewer, than was read. */
    void count(int more) {
        jdbc.sql("update salto_seats set used = greatest(0, used + :more)")
                .param("more", more)
                .update();
    }

    /** Empty as long as they were never read. */
    Optional<Integer> free() {
        return jdbc.sql("select greatest(0, bought - used) from salto_seats")
                .query(Integer.class)
                .optional();
    }

    void put(Site site, Instant seenAt) {
        jdbc.sql("""
                        insert into salto_seats (used, bought, zone, seen_at) values (:used, :bought, :zone, :seen)
                        on conflict (space_id) do update
                        set used = excluded.used, bought = excluded.bought, zone = excluded.zone, seen_at = excluded.seen_at
                        """)
                .param("used", site.seatsUsed())
                .param("bought", site.seatsBought())
                .param("zone", site.zone().map(ZoneId::getId).orElse(null))
                .param("seen", seenAt.atOffset(ZoneOffset.UTC))
                .update();
    }
}
