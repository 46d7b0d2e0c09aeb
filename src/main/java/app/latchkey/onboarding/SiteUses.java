package app.latchkey.onboarding;

import app.latchkey.shared.EmailAddress;
import app.latchkey.shared.SiteId;
import app.latchkey.shared.SpaceId;
import app.latchkey.space.Scopes;
import app.latchkey.space.Spaces;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which space uses which Salto site. A site is shared by spaces that have an operator in common, and by no others. */
@Repository
class SiteUses {

    private final JdbcClient jdbc;
    private final Scopes scopes;
    private final Spaces spaces;

    SiteUses(JdbcClient jdbc, Scopes scopes, Spaces spaces) {
        this.jdbc = jdbc;
        this.scopes = scopes;
        this.spaces = spaces;
    }

    /** False, and nothing taken, when a space of another operator uses the site. Two that take at the same time take one after the other. */
    boolean take(SpaceId space, SiteId site) {
        return scopes.inSystem(() -> {
            jdbc.sql("select pg_advisory_xact_lock(hashtextextended('site:' || :site, 0))")
                    .param("site", site.toString())
                    .query((row, number) -> true)
                    .list();
            List<EmailAddress> ours = spaces.operatorsOf(space);
            if (others(space, site).stream().anyMatch(other -> Collections.disjoint(ours, spaces.operatorsOf(other)))) {
                return false;
            }
            put(space, site);
            return true;
        });
    }

    private List<SpaceId> others(SpaceId space, SiteId site) {
        return jdbc.sql("select space_id from salto_site_use where site_id = :site and space_id <> :space")
                .param("site", site.value())
                .param("space", space.value())
                .query((row, number) -> new SpaceId(row.getObject("space_id", UUID.class)))
                .list();
    }

    private void put(SpaceId space, SiteId site) {
        jdbc.sql("""
            insert into salto_site_use (space_id, site_id) values (:space, :site)
            on conflict (space_id) do update set site_id = excluded.site_id
            """).param("space", space.value()).param("site", site.value()).update();
    }
}
