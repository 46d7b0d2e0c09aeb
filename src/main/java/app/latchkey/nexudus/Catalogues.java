package app.latchkey.nexudus;

import app.latchkey.connection.Connections;
import app.latchkey.connection.Partner;
import app.latchkey.connection.PartnerFailure;
import app.latchkey.connection.PartnerFailure.Category;
import app.latchkey.nexudus.Catalogue.Definition;
import app.latchkey.shared.ItemId;
import app.latchkey.shared.SpaceId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** Reads what a location sells and lends. A catalogue is remembered for a while, because every purchase refers to it. */
@Component
class Catalogues {

    private static final long FRESH = Duration.ofMinutes(10).toNanos();

    private record Remembered(Catalogue catalogue, long readAt) {}

    private final Lists lists;
    private final Connections connections;
    private final Map<SpaceId, Remembered> remembered = new ConcurrentHashMap<>();

    Catalogues(Lists lists, Connections connections) {
        this.lists = lists;
        this.connections = connections;
    }

    long location(SpaceId space) {
        return connections
                .place(space, Partner.NEXUDUS)
                .map(Long::valueOf)
                .orElseThrow(() -> PartnerFailure.of(
                        Partner.NEXUDUS,
                        Category.NOT_FOUND,
                        "No Nexudus location has been chosen for this space yet."));
    }

    Catalogue current(SpaceId space) {
        Remembered known = remembered.get(space);
        return known != null && System.nanoTime() - known.readAt() < FRESH ? known.catalogue() : fresh(space);
    }

    Catalogue fresh(SpaceId space) {
        long location = location(space);
        List<String> troubles = new ArrayList<>();
        Catalogue catalogue = Catalogue.of(
                passes(space, location, troubles),
                resources(space, location, troubles),
                desks(space, location, troubles),
                Optional.<String>empty());
        Catalogue judged = troubles.isEmpty()
                ? catalogue
                : new Catalogue(
                        catalogue.passes(), catalogue.resources(), catalogue.desks(), Optional.of(troubles.getFirst()));
        if (troubles.isEmpty()) {
            remembered.put(space, new Remembered(judged, System.nanoTime()));
        }
        return judged;
    }

    void forget(SpaceId space) {
        remembered.remove(space);
    }

    /** Lists do not say at which locations a pass counts: each is read by itself. */
    private List<Definition> passes(SpaceId space, long location, List<String> troubles) {
        List<Row> listed = rows(space, Entity.TIME_PASS, List.of(), troubles);
        List<Row> full = fullPasses(space, listed, troubles);
        return full.stream()
                .filter(row -> row.numberIfAny("BusinessId")
                                .filter(id -> id == location)
                                .isPresent()
                        || row.has("Businesses")
                                && row.ids("Businesses", "Businesses").contains(location))
                .map(row -> new Definition(
                        item(ItemId.pass(row.id()), row),
                        row.numberIfAny("MinutesIncluded").isPresent()))
                .toList();
    }

    private List<Row> fullPasses(SpaceId space, List<Row> listed, List<String> troubles) {
        try {
            return lists.byIds(
                    space, Entity.TIME_PASS, listed.stream().map(Row::id).toList());
        } catch (PartnerFailure failure) {
            if (failure.is(Category.NEEDS_SIGN_IN)) {
                throw failure;
            }
            troubles.add(failure.words());
            return listed;
        }
    }

    private List<Definition> resources(SpaceId space, long location, List<String> troubles) {
        return rows(space, Entity.RESOURCE, List.of(Entity.RESOURCE.filter("Business", location)), troubles).stream()
                .map(row -> new Definition(item(ItemId.resource(row.id()), row), false))
                .toList();
    }

    private List<Definition> desks(SpaceId space, long location, List<String> troubles) {
        return rows(space, Entity.DESK, List.of(Entity.DESK.filter("FloorPlan_Business_Id", location)), troubles)
                .stream()
                .map(row -> new Definition(
                        item(
                                Catalogue.deskOrOffice(
                                        row.id(), row.numberIfAny("ItemType").orElse(0L)),
                                row),
                        false))
                .toList();
    }

    private static Item item(ItemId id, Row row) {
        return new Item(id, row.text("Name").orElse(id.toString()), row.flagIfAny("Archived"));
    }

    private List<Row> rows(SpaceId space, Entity entity, List<String> filters, List<String> troubles) {
        Lists.Result result = lists.all(space, entity, filters, (soFar, total) -> {});
        result.trouble().ifPresent(troubles::add);
        return result.rows();
    }
}
