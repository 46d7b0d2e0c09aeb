package app.latchkey.sync.run;

import app.latchkey.entitlement.Entitlement;
import app.latchkey.entitlement.PurchaseKey;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Remembers what a complete reading lacked: one lack is an accident, the second makes an absence. Within a space's scope. */
@Repository
class Absences {

    private final JdbcClient jdbc;

    Absences(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those of the missing that a complete reading before {@code earlier} lacked as well. */
    Set<String> lackedBefore(Set<PurchaseKey> missing, Instant earlier) {
        return new HashSet<>(jdbc.sql("""
                        select purchase from absence
                        where purchase = any (cast(:keys as text[])) and first_missed_at < :earlier
                        """)
                .param("keys", keys(missing))
                .param("earlier", Rows.at(earlier))
                .query(String.class)
                .list());
    }

    /** Those of them that a complete reading has lacked, and none has shown since. */
    Set<PurchaseKey> doubted(Set<PurchaseKey> believed) {
        Set<String> lacked =
                new HashSet<>(jdbc.sql("select purchase from absence where purchase = any (cast(:keys as text[]))")
                        .param("keys", keys(believed))
                        .query(String.class)
                        .list());
        return believed.stream().filter(key -> lacked.contains(key.toString())).collect(Collectors.toUnmodifiableSet());
    }

    /** Whether some of these are believed although a reading lacked their purchase. */
    boolean waiting(Collection<Entitlement> entitlements) {
        List<PurchaseKey> keys = entitlements.stream()
                .flatMap(entitlement -> entitlement.because().purchase().stream())
                .toList();
        return jdbc.sql("select exists (select from absence where purchase = any (cast(:keys as text[])))")
                .param("keys", keys(keys))
                .query(Boolean.class)
                .single();
    }

    void lacked(Set<PurchaseKey> missing, Instant now) {
        jdbc.sql("""
                        insert into absence (purchase, first_missed_at)
                        select key, :now from unnest(cast(:keys as text[])) as key
                        on conflict do nothing
                        """).param("now", Rows.at(now)).param("keys", keys(missing)).update();
    }

    void settled(Collection<PurchaseKey> seenOrGone) {
        jdbc.sql("delete from absence where purchase = any (cast(:keys as text[]))")
                .param("keys", keys(List.copyOf(seenOrGone)))
                .update();
    }

    private static String[] keys(Collection<PurchaseKey> keys) {
        return keys.stream().map(PurchaseKey::toString).toArray(String[]::new);
    }
}
