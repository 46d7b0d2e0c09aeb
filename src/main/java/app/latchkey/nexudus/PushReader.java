package app.latchkey.nexudus;

import app.latchkey.connection.Foreign;
import app.latchkey.shared.CustomerId;
import app.latchkey.shared.EmailAddress;
import app.latchkey.space.Assumption;
import app.latchkey.space.LatchkeySettings;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads what Nexudus's Custom ACS sends. What decides has to be there and to make sense: groups that are missing are not "no groups". Everything
 * else may be missing, and whatever is not known is passed over. The PIN is not read at all.
 */
@Component
class PushReader {

    private static final JsonMapper JSON = Foreign.json();
    private static final int MOST_GROUPS = 500;
    private static final int LONGEST_TEXT = 500;

    private final CardNumbers numbers;
    private final String name;
    private final List<String> cards;

    PushReader(LatchkeySettings settings, CardNumbers numbers) {
        this.numbers = numbers;
        List<String> fields =
                List.of(settings.assumed(Assumption.NEXUDUS_ACS_PERSON_FIELDS).split("\\s*,\\s*", -1));
        this.name = fields.getFirst();
        this.cards = fields.subList(1, fields.size());
    }

    /** @throws UnreadablePush when it does not say whose groups these are, or which */
    Push read(byte[] body, Instant receivedAt) throws UnreadablePush {
        JsonNode push = tree(body);
        JsonNode coworker = push.path("coworker");
        if (!Foreign.isWhole(coworker.path("id")) || coworker.path("id").longValue() <= 0) {
            throw new UnreadablePush("it names no customer");
        }
        CustomerId customer = new CustomerId(coworker.path("id").longValue());
        Row person = new Row(coworker);
        return new Push(
                saidAt(push, receivedAt),
                new Row(push.path("business")).text("uniqueId").map(PushReader::cut),
                customer,
                person.uuid("uniqueId").orElse(new UUID(0, customer.value())),
                person.text(name)
                        .or(() -> person.text("name"))
                        .map(PushReader::cut)
                        .orElse(""),
                person.text("email").flatMap(EmailAddress::parse),
                cards(person),
                groups(push));
    }

    /** Other calls of Nexudus are lists with one entry. */
    private static JsonNode tree(byte[] body) throws UnreadablePush {
        try {
            JsonNode sent = JSON.readTree(body);
            JsonNode push = sent.isArray() && sent.size() == 1 ? sent.get(0) : sent;
            if (push.isObject()) {
                return push;
            }
        } catch (JacksonException broken) {
            throw new UnreadablePush("it is not JSON");
        }
        throw new UnreadablePush("it is no JSON object");
    }

    /** A clock that is ahead must not make everything older that comes after it. */
    private static Instant saidAt(JsonNode push, Instant receivedAt) throws UnreadablePush {
        Instant said = time(push, "time").orElse(receivedAt);
        return (said.isAfter(receivedAt) ? receivedAt : said).truncatedTo(ChronoUnit.MICROS);
    }

    private List<String> cards(Row person) {
        return cards.stream()
                .flatMap(field -> person.text(field).stream())
                .flatMap(text -> numbers.in(cut(text)).stream())
                .distinct()
                .toList();
    }

    private static Map<String, Optional<Instant>> groups(JsonNode push) throws UnreadablePush {
        JsonNode listed = push.path("groups");
        if (!listed.isArray()) {
            throw new UnreadablePush("it does not say which groups");
        }
        if (listed.size() > MOST_GROUPS) {
            throw new UnreadablePush("it names more than %d groups".formatted(MOST_GROUPS));
        }
        Map<String, @Nullable Instant> ends = ends(push.path("schedule"));
        Map<String, Optional<Instant>> groups = new HashMap<>();
        for (JsonNode each : listed) {
            String group = group(each);
            groups.put(group, Optional.ofNullable(ends.get(group)));
        }
        return groups;
    }

    /** The latest, where a group has several; one entry without an end leaves it open. */
    private static Map<String, @Nullable Instant> ends(JsonNode schedule) throws UnreadablePush {
        Map<String, List<Optional<Instant>>> given = new HashMap<>();
        for (JsonNode entry : schedule) {
            given.computeIfAbsent(group(entry.path("group")), _ -> new ArrayList<>())
                    .add(time(entry, "expires_on"));
        }
        Map<String, @Nullable Instant> ends = new HashMap<>();
        given.forEach((group, all) -> ends.put(group, latest(all)));
        return ends;
    }

    private static @Nullable Instant latest(List<Optional<Instant>> ends) {
        return ends.contains(Optional.<Instant>empty())
                ? null
                : ends.stream()
                        .flatMap(Optional::stream)
                        .max(Comparator.naturalOrder())
                        .orElse(null);
    }

    private static String group(JsonNode group) throws UnreadablePush {
        if (!group.isString() && !group.isIntegralNumber()) {
            throw new UnreadablePush("one of its groups has no id");
        }
        return cut(group.asString().replace("\0", ""));
    }

    private static Optional<Instant> time(JsonNode node, String name) throws UnreadablePush {
        try {
            return new Row(node).timeIfAny(name);
        } catch (Row.Nonsense nonsense) {
            throw new UnreadablePush(name + " is no time");
        }
    }

    private static String cut(String text) {
        return text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text;
    }
}
