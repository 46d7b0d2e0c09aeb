package app.latchkey.nexudus;

import app.latchkey.connection.Connections;
import app.latchkey.connection.Partner;
import app.latchkey.connection.PartnerFailure;
import app.latchkey.connection.PartnerFailure.Category;
import app.latchkey.nexudus.Catalogue.Definition;
import app.latchkey.shared.ItemId;
import app.latchkey.shared.SpaceId;
import app.latchkey.space.Scopes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Reads what a location sells and lends. What a whole reading found is kept for all nodes, because every purchase refers to it. */
@Component
class Catalogues {

    /** Each reading of everything brings a new one, once an hour where nothing else is set. */
    private static final Duration FRESH = Duration.ofHours(2);

    /** Of what was there before, where a list is empty all at once. */
    private static final int ASKED_FOR = 3;

    private final Lists lists;
    private final NexudusHttp http;
    private final Connections connections;
    private final Scopes scopes;
    private final CatalogueRows kept;
    private final Clock clock;

    Catalogues(Lists lists, NexudusHttp http, Connections connections, Scopes scopes, CatalogueRows kept, Clock clock) {
        this.lists = lists;
        this.http = http;
        this.connections = connections;
        this.scopes = scopes;
        this.kept = kept;
        this.clock = clock;
    }

    long location(SpaceId space) {
        return connections
                .place(space, Partner.NEXUDUS)
                .map(Long::valueOf)
                .orElseThrow(() -> PartnerFailure.needsSignIn(
                        Partner.NEXUDUS, "No Nexudus location has been chosen for this space yet."));
    }

    Catalogue current(SpaceId space) {
        long location = location(space);
        Instant now = clock.instant();
        return scopes.inSpace(space, () -> kept.find(location, now.minus(FRESH), now))
                .orElseGet(() -> fresh(space));
    }

    Catalogue fresh(SpaceId space) {
        long location = location(space);
        Instant begun = clock.instant();
        List<PartnerFailure> failures = new ArrayList<>();
        List<Definition> passes = passes(space, location, failures);
        List<Definition> resources = resources(space, location, failures);
        List<Definition> desks = desks(space, location, failures);
        scopes.inSpace(space, () -> kept.find(location, Instant.EPOCH, begun))
                .filter(_ -> failures.isEmpty())
                .ifPresent(before -> {
                    doubt(space, location, Entity.TIME_PASS, passes, before.passes(), failures);
                    doubt(space, location, Entity.RESOURCE, resources, before.resources(), failures);
                    doubt(space, location, Entity.DESK, desks, before.desks(), failures);
                });
        Catalogue catalogue =
                Catalogue.of(passes, resources, desks, failures.stream().findFirst());
        if (failures.isEmpty()) {
            scopes.inSpace(space, () -> kept.put(location, catalogue, new Sighting(begun, clock.instant())));
        }
        return catalogue;
    }

    /**
     * A list that is empty all at once: where something that was on it is still there by itself, and at this location, the list says nothing. All that
     * was bought of it would look like another location's.
     */
    private void doubt(
            SpaceId space,
            long location,
            Entity entity,
            List<Definition> now,
            Map<Long, Definition> before,
            List<PartnerFailure> failures) {
        boolean isThere = now.isEmpty()
                && before.keySet().stream()
                        .sorted()
                        .limit(ASKED_FOR)
                        .anyMatch(id -> http.findIfAllowed(space, entity.path(id))
                                .filter(row -> isAt(location, entity, row))
                                .isPresent());
        if (isThere) {
            failures.add(PartnerFailure.of(
                    Partner.NEXUDUS,
                    Category.UNREADABLE,
                    "Nexudus lists nothing of a kind that it has all the same when asked for by itself."));
        }
    }

    private static boolean isAt(long location, Entity entity, Row row) {
        return switch (entity) {
            case TIME_PASS -> countsAt(location, row, new ArrayList<>());
            case DESK ->
                row.numberIfAny("FloorPlanBusinessId")
                        .filter(id -> id == location)
                        .isPresent();
            default ->
                row.numberIfAny("BusinessId").filter(id -> id == location).isPresent();
        };
    }

    /** Lists do not say at which locations a pass counts: each is read by itself. */
    private List<Definition> passes(SpaceId space, long location, List<PartnerFailure> failures) {
        List<Row> listed = rows(space, Entity.TIME_PASS, List.of(), failures);
        List<Row> full = fullPasses(space, listed, failures);
        return full.stream()
                .filter(row -> countsAt(location, row, failures))
                .map(row -> new Definition(
                        item(ItemId.pass(row.id()), row),
                        row.numberIfAny("MinutesIncluded").isPresent()))
                .toList();
    }

    private static boolean countsAt(long location, Row pass, List<PartnerFailure> failures) {
        try {
            return pass.numberIfAny("BusinessId").filter(id -> id == location).isPresent()
                    || pass.has("Businesses")
                            && pass.ids("Businesses", "Businesses").contains(location);
        } catch (Row.Nonsense e) {
            failures.add(NexudusHttp.unreadable(e));
            return false;
        }
    }

    /** One that is left out would make everything that was bought of it look like another location's. */
    private List<Row> fullPasses(SpaceId space, List<Row> listed, List<PartnerFailure> failures) {
        try {
            List<Long> ids = listed.stream().map(Row::id).toList();
            List<Row> full = lists.byIds(space, Entity.TIME_PASS, ids);
            if (!full.stream().map(Row::id).toList().containsAll(ids)) {
                throw PartnerFailure.of(
                        Partner.NEXUDUS, Category.UNREADABLE, "Nexudus does not send all of its passes.");
            }
            return full;
        } catch (PartnerFailure failure) {
            if (failure.is(Category.NEEDS_SIGN_IN)) {
                throw failure;
            }
            failures.add(failure);
            return listed;
        }
    }

    private List<Definition> resources(SpaceId space, long location, List<PartnerFailure> failures) {
        return rows(space, Entity.RESOURCE, List.of(Entity.RESOURCE.filter("Business", location)), failures).stream()
                .map(row -> new Definition(item(ItemId.resource(row.id()), row), false))
                .toList();
    }

    private List<Definition> desks(SpaceId space, long location, List<PartnerFailure> failures) {
        return rows(space, Entity.DESK, List.of(Entity.DESK.filter("FloorPlan_Business_Id", location)), failures)
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

    private List<Row> rows(SpaceId space, Entity entity, List<String> filters, List<PartnerFailure> failures) {
        Lists.Result result = lists.all(space, entity, filters, (soFar, total) -> {});
        result.failure().ifPresent(failures::add);
        return result.rows();
    }
}
