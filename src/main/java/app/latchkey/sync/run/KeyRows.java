package app.latchkey.sync.run;

import app.latchkey.salto.Keys;
import app.latchkey.shared.PlatformUserId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code salto_key}. Within a space's scope. */
@Repository
class KeyRows {

    private final JdbcClient jdbc;

    KeyRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void put(PlatformUserId user, Keys keys, Instant readAt) {
        jdbc.sql("""
                insert into salto_key (platform_user, pin, phone, read_at) values (:user, :pin, :phone, :at)
                on conflict (space_id, platform_user) do update
                set pin = excluded.pin, phone = excluded.phone, read_at = excluded.read_at
                """)
                .param("user", user.value())
                .param("pin", keys.pin())
                .param("phone", keys.phone())
                .param("at", Rows.at(readAt))
                .update();
    }

    void pinMade(PlatformUserId user, Instant now) {
        jdbc.sql("""
                insert into salto_key (platform_user, pin, phone, read_at) values (:user, true, false, :now)
                on conflict (space_id, platform_user) do update set pin = true
                """).param("user", user.value()).param("now", Rows.at(now)).update();
    }

    /** Linked people whose keys were last read before then or never, longest ago first; of whoever has left Salto nothing is kept. */
    List<PlatformUserId> readBefore(Instant then, int most) {
        jdbc.sql("delete from salto_key where platform_user not in (select platform_user from salto_user)")
                .update();
        return jdbc.sql("""
                select holder.platform_user from salto_user holder left join salto_key known using (platform_user)
                where holder.platform_user in (select platform_user_id from link)
                  and (known.read_at is null or known.read_at < :then)
                order by known.read_at nulls first, holder.platform_user limit :most
                """)
                .param("then", Rows.at(then))
                .param("most", most)
                .query((row, number) -> new PlatformUserId(row.getObject("platform_user", UUID.class)))
                .list();
    }
}
