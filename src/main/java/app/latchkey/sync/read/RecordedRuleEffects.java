package app.latchkey.sync.read;

import app.latchkey.shared.SpaceId;
import app.latchkey.space.Scopes;
import app.latchkey.space.SpaceRules;
import app.latchkey.space.Spaces;
import app.latchkey.sync.RuleEffects;
import app.latchkey.sync.run.Rows;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
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
                 where during @> :now::timestamptz and not (opens <= :now and :now < closes)) as losing
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

    private Effect effect(SpaceRules rules, ZoneId zone) {
        Instant now = clock.instant();
        Instant midnight =
                now.atZone(zone).toLocalDate().plusDays(1).atStartOfDay(zone).toInstant();
        return jdbc.sql(EFFECT)
                .param("before", rules.before().toSeconds())
                .param("after", rules.after().toSeconds())
                .param("now", Rows.at(now))
                .param("midnight", Rows.at(midnight))
                .query((row, number) -> new Effect(row.getInt("people"), row.getInt("losing")))
                .single();
    }
}
