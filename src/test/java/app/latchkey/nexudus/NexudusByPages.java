package app.latchkey.nexudus;

import app.latchkey.entitlement.NamedItem;
import app.latchkey.shared.SpaceId;
import app.latchkey.simulation.Memory;
import app.latchkey.simulation.Table;
import app.latchkey.space.LatchkeySettings;
import app.latchkey.space.Space;
import app.latchkey.space.SpacesInMemory;
import app.latchkey.space.TestSpaces;
import app.latchkey.space.Vault;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The product's own client of Nexudus without a network: its readings page by page, of records that may change in between. */
public final class NexudusByPages {

    private static final LatchkeySettings FEW_ON_A_PAGE =
            TestSpaces.settings("", Map.of("latchkey.nexudus.page-size", "3"));

    private NexudusByPages() {}

    /** Answers for a location. */
    public interface Server {
        /** @return all records of a kind as they are now; asked for at every page */
        List<ObjectNode> records(SpaceId space, String path);
    }

    /** What a location sells and lends, by the number that its records have. */
    public record Offers(
            Map<Long, NamedItem> dayPasses,
            Map<Long, NamedItem> minutePasses,
            Map<Long, NamedItem> resources,
            Map<Long, NamedItem> desks) {

        private Catalogue catalogue() {
            Map<Long, Catalogue.Definition> passes = definitions(dayPasses, false);
            passes.putAll(definitions(minutePasses, true));
            return new Catalogue(passes, definitions(resources, false), definitions(desks, false), Optional.empty());
        }

        private static Map<Long, Catalogue.Definition> definitions(Map<Long, NamedItem> items, boolean minutes) {
            return items.entrySet().stream()
                    .collect(Collectors.toMap(
                            Map.Entry::getKey,
                            each -> new Catalogue.Definition(
                                    new Item(
                                            each.getValue().id(),
                                            each.getValue().name(),
                                            false),
                                    minutes)));
        }
    }

    /** How the product reads lists. */
    static Lists lists(Server server) {
        return new Lists(new Answers(server), FEW_ON_A_PAGE);
    }

    /** Reads everything, and single customers; nothing else. */
    @SuppressWarnings("NullAway")
    public static Nexudus client(Memory memory, Clock clock, Collection<Space> spaces, Offers offers, Server server) {
        SpacesInMemory known = new SpacesInMemory(memory, clock, spaces);
        Answers http = new Answers(server);
        Lists lists = new Lists(http, FEW_ON_A_PAGE);
        return new ConnectedNexudus(
                null,
                null,
                http,
                lists,
                new PagesInMemory(memory),
                null,
                new Known(lists, offers.catalogue()),
                new CardNumbers(FEW_ON_A_PAGE),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                known.scopes(),
                known.spaces(),
                null,
                clock);
    }

    /** Whatever is asked for of the records, and of each page how many there are in all. */
    @SuppressWarnings("NullAway")
    private static final class Answers extends NexudusHttp {
        private final Server server;

        Answers(Server server) {
            super(null, null, null, FEW_ON_A_PAGE);
            this.server = server;
        }

        @Override
        public JsonNode read(SpaceId space, String path) {
            Query query = Query.of(path);
            List<ObjectNode> selected = server.records(space, query.path()).stream()
                    .filter(query::selects)
                    .sorted(Comparator.comparingLong(record -> record.get("Id").longValue()))
                    .toList();
            int from = (query.number("page") - 1) * query.number("size");
            ObjectNode page = JsonNodeFactory.instance.objectNode();
            ArrayNode records = page.putArray("Records");
            selected.stream().skip(from).limit(query.number("size")).forEach(records::add);
            return page.put("TotalItems", selected.size()).put("HasNextPage", from + records.size() < selected.size());
        }

        @Override
        Optional<Row> find(SpaceId space, String path) {
            int end = path.lastIndexOf('/');
            return server.records(space, path.substring(0, end)).stream()
                    .filter(record -> record.get("Id").asString().equals(path.substring(end + 1)))
                    .findFirst()
                    .map(Row::new);
        }
    }

    /** A path, and what follows it. */
    private record Query(String path, Map<String, String> parameters) {

        static Query of(String text) {
            String[] parts = text.split("\\?", 2);
            return new Query(
                    parts[0],
                    List.of(parts[1].split("&")).stream()
                            .map(each -> each.split("=", 2))
                            .collect(Collectors.toMap(each -> each[0], each -> each[1])));
        }

        int number(String name) {
            return Integer.parseInt(parameters.get(name));
        }

        boolean selects(ObjectNode record) {
            return parameters.entrySet().stream()
                    .filter(each -> each.getKey().contains("_"))
                    .allMatch(each -> selects(record, each.getKey(), each.getValue()));
        }

        private static boolean selects(ObjectNode record, String filter, String value) {
            String property = filter.substring(filter.lastIndexOf('_') + 1);
            JsonNode known = record.path(record.has(property) ? property : property + "Id");
            return filter.startsWith("from_")
                    ? isFrom(known, value)
                    : known.asString("").equals(value);
        }

        private static boolean isFrom(JsonNode known, String value) {
            if (known.isNumber()) {
                return known.longValue() >= Long.parseLong(value);
            }
            return known.isString() && !Instant.parse(known.stringValue()).isBefore(Instant.parse(value));
        }
    }

    @SuppressWarnings("NullAway")
    private static final class PagesInMemory extends PageRows {
        private record Kept(String path, String answer, Instant begunAt) {}

        private final Table<String, Kept> rows;

        PagesInMemory(Memory memory) {
            super(Memory.noDatabase(), (Vault) null);
            rows = memory.table();
        }

        @Override
        Optional<Instant> begunAt() {
            return rows.all().stream().map(Kept::begunAt).max(Comparator.naturalOrder());
        }

        @Override
        Optional<String> find(String path) {
            return rows.get(path).map(Kept::answer);
        }

        @Override
        void put(String path, String answer, Instant begunAt) {
            rows.put(path, new Kept(path, answer, begunAt));
        }

        @Override
        void forget(String list) {
            rows.removeWhere(kept -> kept.path().startsWith(list));
        }

        @Override
        void forgetAll() {
            rows.removeWhere(kept -> true);
        }
    }

    @SuppressWarnings("NullAway")
    private static final class Known extends Catalogues {
        private final Catalogue catalogue;

        Known(Lists lists, Catalogue catalogue) {
            super(lists, null, null, null, null, null);
            this.catalogue = catalogue;
        }

        @Override
        long location(SpaceId space) {
            return 1;
        }

        @Override
        Catalogue current(SpaceId space) {
            return catalogue;
        }

        @Override
        Catalogue fresh(SpaceId space) {
            return catalogue;
        }
    }
}
