package sandbox.nexudus;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import sandbox.http.Fields;
import sandbox.http.Json;

/**
 * Nexudus's Custom ACS: asks somebody's access groups, keeps which item stands for which, and says of a customer all of them whenever something may
 * have changed. One push after the other, never again when it failed.
 */
public final class CustomAcs implements AutoCloseable {
    private static final int PUSHES_KEPT = 200;

    /** What happens to pushes on their way. */
    public enum Mischief {
        NONE,
        /** Each is sent twice. */
        TWICE,
        /** The next is kept back until the one after it has been sent. */
        SWAPPED,
        /** The next is lost. */
        LOST,
        /** None is sent any more: somebody has switched it off. */
        SILENT
    }

    /** A push that was sent; {@code status} is 0 when nobody answered. */
    public record Pushed(Instant at, String customer, int status, String body) {}

    private record Letter(String url, String bearer, String customer, String body) {}

    private final NexudusState state;
    private final Records records;
    private final Clock clock;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();
    private final ExecutorService sender = Executors.newSingleThreadExecutor(
            task -> Thread.ofPlatform().daemon().name("nexudus-acs").unstarted(task));
    private final AtomicInteger underWay = new AtomicInteger();
    private final List<Pushed> pushed = new ArrayList<>();
    private Mischief mischief = Mischief.NONE;
    private @Nullable Letter kept;

    CustomAcs(NexudusState state, Records records, Clock clock) {
        this.state = state;
        this.records = records;
        this.clock = clock;
    }

    /**
     * Saves the location's screen Custom ACS.
     *
     * @throws IllegalArgumentException for an address that is not HTTPS, unless it is on this machine
     */
    public void save(long location, String groupsUrl, String token, String webhookUrl, String bearer) {
        if (!isTaken(groupsUrl) || !isTaken(webhookUrl)) {
            throw new IllegalArgumentException("The address must begin with https://");
        }
        synchronized (state) {
            AcsState acs = of(location);
            acs.groupsUrl = groupsUrl.strip();
            acs.token = token.strip();
            acs.webhookUrl = webhookUrl.strip();
            acs.bearer = bearer.strip();
        }
    }

    private static boolean isTaken(String url) {
        return url.isBlank()
                || Stream.of("https://", "http://localhost:", "http://127.0.0.1:")
                        .anyMatch(url.strip()::startsWith);
    }

    /** Opens the mapping page: the groups are asked for. Answers them by name, or throws what kept them away. */
    public List<Nexudus.Named> askForGroups(long location) {
        AcsState acs = of(location);
        HttpResponse<String> answer = send(HttpRequest.newBuilder(URI.create(acs.groupsUrl))
                .header("Authorization", "Bearer " + acs.token)
                .header("X-Nexudus-Business-UniqueId", business(location).text("UniqueId"))
                .header("X-Nexudus-User-UniqueId", business(location).text("UniqueId")));
        if (answer.statusCode() != 200) {
            throw new IllegalArgumentException("The groups endpoint answered " + answer.statusCode() + ".");
        }
        synchronized (state) {
            acs.groups.clear();
            Json.tree(answer.body())
                    .forEach(group -> acs.groups.put(
                            group.path("id").asString(), group.path("name").asString()));
        }
        return groups(location);
    }

    /** {@code detail} is the group's id. */
    public List<Nexudus.Named> groups(long location) {
        synchronized (state) {
            return of(location).groups.entrySet().stream()
                    .map(group -> new Nexudus.Named(0, group.getValue(), group.getKey(), true))
                    .toList();
        }
    }

    /** From now on the item stands for the group; whoever has it hears of it when something next changes, or {@link #pushAll}. */
    public void map(long location, String entity, long item, String group) {
        synchronized (state) {
            AcsState acs = of(location);
            String id = acs.groups.entrySet().stream()
                    .filter(known ->
                            known.getKey().equals(group) || known.getValue().equals(group))
                    .map(Map.Entry::getKey)
                    .findFirst()
                    .orElse(group);
            acs.mapping.put(entity + "-" + item, id);
        }
    }

    /** Items as {@code TimePass-12}, with the names of their groups. */
    public Map<String, String> mapping(long location) {
        synchronized (state) {
            Map<String, String> named = new LinkedHashMap<>();
            AcsState acs = of(location);
            acs.mapping.forEach((item, group) -> named.put(item, acs.groups.getOrDefault(group, group)));
            return named;
        }
    }

    /** Says of everybody at home there what he may open now. */
    public void pushAll(long location) {
        synchronized (state) {
            state.rowsWhere(Kind.COWORKER, "InvoicingBusinessId", location)
                    .forEach(coworker -> accessMayChange(location, coworker));
        }
    }

    public void misbehave(Mischief how) {
        synchronized (state) {
            mischief = how;
        }
    }

    public List<Pushed> pushed() {
        synchronized (state) {
            return List.copyOf(pushed);
        }
    }

    /** Whether every push that was begun has been answered. */
    public boolean isQuiet() {
        return underWay.get() == 0;
    }

    /** Something may have changed about a customer: with the state's monitor held. */
    void accessMayChange(long location, Fields coworker) {
        AcsState acs = of(location);
        if (acs.webhookUrl.isEmpty()) {
            return;
        }
        Letter letter =
                new Letter(acs.webhookUrl, acs.bearer, coworker.text("FullName"), body(location, acs, coworker));
        switch (mischief) {
            case NONE -> post(letter);
            case TWICE -> {
                post(letter);
                post(letter);
            }
            case LOST -> mischief = Mischief.NONE;
            case SILENT -> {
                return;
            }
            case SWAPPED -> {
                kept = letter;
                mischief = Mischief.NONE;
                return;
            }
        }
        Letter late = kept;
        if (late != null) {
            kept = null;
            post(late);
        }
    }

    private String body(long location, AcsState acs, Fields coworker) {
        Fields business = business(location);
        Map<String, @Nullable Instant> groups =
                new AcsGroups(state, acs.mapping, records.zoneOf(location), clock.instant()).of(coworker);
        List<Fields> schedule = new ArrayList<>();
        groups.forEach((group, end) -> {
            if (end != null) {
                schedule.add(Fields.of("group", group, "expires_on", end));
            }
        });
        return Json.write(Fields.of(
                "time",
                clock.instant().toString(),
                "business",
                Fields.of("id", location, "name", business.text("Name"), "uniqueId", business.text("UniqueId")),
                "coworker",
                person(coworker),
                "groups",
                List.copyOf(groups.keySet()),
                "schedule",
                schedule));
    }

    private static Fields person(Fields coworker) {
        return Fields.of(
                "id",
                coworker.number("Id"),
                "email",
                coworker.text("Email"),
                "fullName",
                coworker.text("FullName"),
                "uniqueId",
                coworker.text("UniqueId"),
                "accessPincode",
                coworker.text("AccessPincode"));
    }

    private void post(Letter letter) {
        underWay.incrementAndGet();
        sender.execute(() -> {
            try {
                int status = send(HttpRequest.newBuilder(URI.create(letter.url()))
                                .header("Authorization", "Bearer " + letter.bearer())
                                .header("Content-Type", "application/json; charset=utf-8")
                                .POST(HttpRequest.BodyPublishers.ofString(letter.body())))
                        .statusCode();
                record(letter, status);
            } catch (IllegalArgumentException nobodyAnswered) {
                record(letter, 0);
            } finally {
                underWay.decrementAndGet();
            }
        });
    }

    private void record(Letter letter, int status) {
        synchronized (state) {
            pushed.add(new Pushed(clock.instant(), letter.customer(), status, letter.body()));
            if (pushed.size() > PUSHES_KEPT) {
                pushed.removeFirst();
            }
        }
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.timeout(Duration.ofSeconds(10)).build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalArgumentException("Nobody answered: " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalArgumentException("Stopped while waiting", e);
        }
    }

    private AcsState of(long location) {
        synchronized (state) {
            return state.acs.computeIfAbsent(location, any -> new AcsState());
        }
    }

    private Fields business(long location) {
        synchronized (state) {
            return state.row(Kind.BUSINESS, location);
        }
    }

    @Override
    public void close() {
        sender.shutdownNow();
        client.shutdownNow();
    }
}
