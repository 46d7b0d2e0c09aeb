package app.latchkey.connection;

import app.latchkey.space.Assumption;
import app.latchkey.space.LatchkeySettings;
import app.latchkey.space.Scopes;
import java.time.Duration;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/**
 * How many requests a credential may make: a bucket for each window that the partner limits, in PostgreSQL, so that all nodes share them. Nexudus
 * publishes its windows, writes apart; of Salto nobody knows.
 */
@Component
class Budgets {

    private record Bucket(String key, Limit limit) {}

    /**
     * What a credential may do now.
     *
     * @param atOnce how many requests may leave one after the other without waiting, as far as windows of a second and longer go
     * @param until how long until the next may; zero where one may now
     */
    record Left(int atOnce, Duration until) {}

    private static final Duration COUNTED_FROM = Duration.ofSeconds(1);

    private final Scopes scopes;
    private final JdbcClient jdbc;
    private final List<Limit> salto;
    private final List<Limit> nexudus;
    private final List<Limit> nexudusWrites;

    Budgets(Scopes scopes, JdbcClient jdbc, LatchkeySettings settings) {
        this.scopes = scopes;
        this.jdbc = jdbc;
        this.salto = Limit.of(settings.assumed(Assumption.SALTO_LIMITS));
        this.nexudus = Limit.of(settings.assumed(Assumption.NEXUDUS_LIMITS));
        this.nexudusWrites = Limit.of(settings.assumed(Assumption.NEXUDUS_WRITE_LIMITS));
    }

    /** Takes one request out of every bucket; answers how long to wait first. Waiting callers queue up by going into debt. */
    Duration take(PartnerRequest request) {
        return taken(buckets(request));
    }

    /** Takes nothing. */
    Left left(PartnerRequest request) {
        List<Bucket> buckets = buckets(request).stream()
                .filter(bucket -> bucket.limit().window().compareTo(COUNTED_FROM) >= 0)
                .toList();
        Map<String, Double> tokens = scopes.inSystem(() -> tokens(buckets));
        double atOnce = Double.MAX_VALUE;
        double seconds = 0;
        for (Bucket bucket : buckets) {
            double left = Math.min(bucket.limit().burst(), tokens.getOrDefault(bucket.key(), (double)
                    bucket.limit().burst()));
            atOnce = Math.min(atOnce, left);
            seconds = Math.max(seconds, (1 - left) / bucket.limit().perSecond());
        }
        return new Left((int) Math.max(0, atOnce), Duration.ofMillis((long) Math.ceil(seconds * 1000)));
    }

    private Map<String, Double> tokens(List<Bucket> buckets) {
        return jdbc
                .sql("""
                        select credential,
                          tokens + extract(epoch from clock_timestamp() - refilled_at)::double precision * per_second as tokens
                        from partner_budget where credential = any(:keys)
                        """)
                .param("keys", buckets.stream().map(Bucket::key).toArray(String[]::new))
                .query((row, number) -> Map.entry(row.getString("credential"), row.getDouble("tokens")))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Takes one more out of the bucket of the shortest window; answers how long to wait first. */
    Duration takeOfShortest(PartnerRequest request) {
        return taken(List.of(bucketOfShortest(request)));
    }

    /** Of the windows that this request counts in. */
    Duration shortest(PartnerRequest request) {
        return bucketOfShortest(request).limit().window();
    }

    private Bucket bucketOfShortest(PartnerRequest request) {
        return Collections.min(
                buckets(request), Comparator.comparing(bucket -> bucket.limit().window()));
    }

    private Duration taken(List<Bucket> buckets) {
        double seconds = scopes.inSystem(() -> take(buckets));
        return Duration.ofMillis((long) Math.ceil(Math.max(0, seconds) * 1000));
    }

    private List<Bucket> buckets(PartnerRequest request) {
        return switch (request.partner()) {
            case SALTO -> buckets(request, "", salto).toList();
            case NEXUDUS ->
                request.isRead()
                        ? buckets(request, "", nexudus).toList()
                        : Stream.concat(buckets(request, "", nexudus), buckets(request, " writes", nexudusWrites))
                                .toList();
        };
    }

    private static Stream<Bucket> buckets(PartnerRequest request, String kind, List<Limit> limits) {
        return limits.stream().map(limit -> new Bucket(request.credential() + kind + " " + limit.window(), limit));
    }

    /** Always in the order of their names, so that two nodes never wait for each other's rows. */
    private double take(List<Bucket> buckets) {
        return jdbc.sql("""
                        with taken as (
                          insert into partner_budget as b (credential, tokens, burst, per_second, refilled_at)
                          select credential, burst - 1, burst, per_second, clock_timestamp()
                          from unnest(:keys::text[], :bursts::float8[], :paces::float8[]) as bucket (credential, burst, per_second)
                          order by credential
                          on conflict (credential) do update set
                              burst = excluded.burst, per_second = excluded.per_second,
                              tokens = least(excluded.burst, b.tokens
                                  + extract(epoch from clock_timestamp() - b.refilled_at)::double precision * excluded.per_second) - 1,
                              refilled_at = clock_timestamp()
                          returning tokens, per_second)
                        select max(-tokens / per_second) from taken
                        """)
                .param("keys", buckets.stream().map(Bucket::key).toArray(String[]::new))
                .param(
                        "bursts",
                        buckets.stream()
                                .map(bucket -> (double) bucket.limit().burst())
                                .toArray(Double[]::new))
                .param(
                        "paces",
                        buckets.stream()
                                .map(bucket -> bucket.limit().perSecond())
                                .toArray(Double[]::new))
                .query(Double.class)
                .single();
    }

    /** The partner wants to be left alone for so long, by whichever node: whoever asks for a request meanwhile waits until then. */
    void rest(PartnerRequest request, Duration time) {
        var unused = scopes.inSystem(() -> ofInOrder(request, """
                        set tokens = least(tokens + extract(epoch from clock_timestamp() - refilled_at)::double precision * per_second,
                              -:seconds::double precision * per_second),
                            refilled_at = clock_timestamp()
                        """)
                .param("seconds", time.toMillis() / 1000.0)
                .update());
    }

    /** Gives a request back that was not made. */
    void giveBack(PartnerRequest request) {
        var unused = scopes.inSystem(
                () -> ofInOrder(request, "set tokens = tokens + 1 ").update());
    }

    /** In the order in which they are taken. */
    private StatementSpec ofInOrder(PartnerRequest request, String change) {
        return jdbc.sql("""
                        with bucket as materialized (
                          select credential from partner_budget where credential = any(:keys) order by credential for update)
                        update partner_budget
                        """ + change + "from bucket where partner_budget.credential = bucket.credential")
                .param("keys", buckets(request).stream().map(Bucket::key).toArray(String[]::new));
    }
}
