package app.latchkey.sync.read;

import app.latchkey.entitlement.NamedItem;
import app.latchkey.shared.ItemId;
import app.latchkey.shared.SpaceId;
import app.latchkey.space.Scopes;
import app.latchkey.space.SpaceRules;
import app.latchkey.space.Spaces;
import app.latchkey.sync.RuleEffects;
import app.latchkey.sync.run.Rows;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Whom new rules would reach, by the entitlements of the last runs. */
@Service
class RecordedRuleEffects implements RuleEffects {

    private static final String EFFECT = """
        with booked as (
          select customer_id, during,
                 (because->'booked'->>'from')::timestamptz - make_interval(secs => :before) as opens,
                 (because->'booked'->>'until')::timestamptz + make_interval(secs => :after) as closes
          from entitlement
          where because->>'is' = 'booked' and upper(during) > :now and lower(during) < :midnight)
        select count(distinct customer_id) as people,
               count(distinct customer_id) filter (
                 where during @> :now::timestamptz and not (opens <= :now and :now < closes)) as losing,
               (select count(distinct entitlement.customer_id) from entitlement
                join nexudus_purchase contract on contract.kind = 'CONTRACT'
                  and contract.id = (because->>'contractId')::bigint
                where because->>'is' = 'contracted' and during @> :now::timestamptz
                  and contract.customer_id <> entitlement.customer_id) as colleagues
        from booked
        """;

    private final Scopes scopes;
    private final Spaces spaces;
    private final JdbcClient jdbc;
    private final Clock clock;

    RecordedRuleEffects(Scopes scopes, Spaces spaces, JdbcClient jdbc, Clock clock) {
        this.scopes = scopes;
        this.spaces = spaces;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public Effect of(SpaceId space, SpaceRules rules) {
        return scopes.inSpace(space, () -> effect(rules, spaces.get(space).zone()));
    }

    @Override
    public List<NamedItem> rooms(SpaceId space) {
        return scopes.inSpace(
                space,
                () -> jdbc.sql("""
                        select id, name from nexudus_item where kind = 'RESOURCE' and not archived order by name, id
                        """)
                        .query((row, number) ->
                                new NamedItem(ItemId.resource(row.getLong("id")), row.getString("name")))
                        .list());
    }

    private Effect effect(SpaceRules rules, ZoneId zone) {
        Instant now = clock.instant();
        Instant midnight =
                now.atZone(zone).toLocalDate().plusDays(1).atStartOfDay(zone).toInstant();
        return jdbc.sql(EFFECT)
                .param("before", rules.before().toSeconds())
                .param("after", rules.after().toSeconds())
                .param("now", Rows.at(now))
                .param("midnight", Rows.at(midnight))
                .query((row, number) ->
                        new Effect(row.getInt("people"), row.getInt("losing"), row.getInt("colleagues")))
                .single();
    }
}
