package app.latchkey.nexudus;

import static org.assertj.core.api.Assertions.assertThat;

import app.latchkey.Fact;
import app.latchkey.connection.AccessTokens;
import app.latchkey.connection.Partner;
import app.latchkey.connection.PartnerWorld;
import app.latchkey.shared.LocationId;
import app.latchkey.shared.SpaceId;
import java.net.URI;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import sandbox.Http;
import tools.jackson.databind.JsonNode;

/** What is known of Nexudus and can be seen by reading alone: true of the simulated one, and to be tried on a real location. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class NexudusReads {

    final PartnerWorld world = PartnerWorld.prepared();
    final SpaceId space = PartnerWorld.aSpace();
    private PartnerWorld.Node node = world.node();

    /** A node that speaks with the Nexudus in question. */
    abstract PartnerWorld.Node node(PartnerWorld world);

    abstract URI api();

    /** Signs in and answers the location to use, by its name. */
    abstract String connect(PartnerWorld.Node node);

    @BeforeAll
    void begin() {
        node = node(world);
        String wanted = connect(node);
        nexudus().choose(space, location(wanted));
    }

    private LocationId location(String name) {
        return nexudus().locations(space).stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow()
                .id();
    }

    @AfterAll
    void end() {
        world.close();
    }

    final Nexudus nexudus() {
        return node.get(Nexudus.class);
    }

    final <T> T bean(Class<T> type) {
        return node.get(type);
    }

    final Http http() {
        return Http.at(api())
                .bearer(bean(AccessTokens.class).current(space, Partner.NEXUDUS).reveal());
    }

    final JsonNode list(String path) {
        return http().get("/api/" + path).json();
    }

    final FullRead readAll() {
        return nexudus().readAll(space, ProgressListener.none());
    }

    @Fact(value = "B2.1", says = "The token endpoint takes a form only: JSON is `unsupported_grant_type`")
    @Test
    void takesAFormForTokens() {
        assertThat(Http.at(api())
                        .post("/api/token", "{\"grant_type\":\"password\"}")
                        .body())
                .contains("unsupported_grant_type");
    }

    @Fact(
            value = "B2.2",
            says = "Every right is found out by using it; 401 means a bad token and a missing right alike")
    @Test
    void findsOutEveryRightByUsingIt() {
        assertThat(nexudus().checkRights(space)).hasSize(Right.values().length);
        assertThat(Http.at(api()).bearer("nonsense").get("/api/sys/businesses").status())
                .isEqualTo(401);
    }

    @Fact(value = "B3.1", says = "A list has an envelope: `Records`, `TotalItems`, `HasNextPage`, `CurrentPageSize`")
    @Test
    void wrapsListsInAnEnvelope() {
        JsonNode page = list("spaces/coworkers?page=1&size=2&orderBy=Id");
        assertThat(page.path("Records").isArray()).isTrue();
        assertThat(page.path("TotalItems").isIntegralNumber()).isTrue();
        assertThat(page.path("HasNextPage").isBoolean()).isTrue();
        assertThat(page.path("CurrentPageSize").intValue()).isEqualTo(2);
    }

    @Fact(value = "B3.2", says = "By default a list is ordered by id")
    @Test
    void ordersById() {
        List<Long> ids = StreamSupport.stream(
                        list("spaces/coworkers?size=25").path("Records").spliterator(), false)
                .map(row -> row.path("Id").longValue())
                .toList();
        assertThat(ids).isSorted();
    }

    @Fact(value = "B3.3", says = "Lists leave collections out, such as a customer's `Businesses`; one record has them")
    @Test
    void leavesCollectionsOutOfLists() {
        JsonNode brief = list("spaces/coworkers?size=1").path("Records").get(0);
        JsonNode full = list("spaces/coworkers/" + brief.path("Id").longValue());
        assertThat(brief.has("Businesses")).isFalse();
        assertThat(full.has("Businesses")).isTrue();
    }

    @Fact(value = "B3.4", says = "Several records by their ids are a bare list: `?id=[1,2]`")
    @Test
    void answersRecordsByTheirIdsBare() {
        long id = list("spaces/coworkers?size=1")
                .path("Records")
                .get(0)
                .path("Id")
                .longValue();
        JsonNode some = list("spaces/coworkers?id=%5B" + id + "%5D");
        assertThat(some.isArray()).isTrue();
        assertThat(some.get(0).path("Id").longValue()).isEqualTo(id);
    }

    @Fact(
            value = "B3.5",
            sure = Fact.Sure.INFERRED,
            says = "A range counts its first value: `from_{Entity}_{Property}`")
    @Test
    void beginsARangeWithItsFirstValue() {
        JsonNode first = list("spaces/coworkers?size=5").path("Records");
        long from = first.get(first.size() - 1).path("Id").longValue();
        assertThat(list("spaces/coworkers?size=1&orderBy=Id&from_Coworker_Id=" + from)
                        .path("Records")
                        .get(0)
                        .path("Id")
                        .longValue())
                .isEqualTo(from);
    }

    @Fact(
            value = "B3.15",
            says =
                    "A filter names a linked record without its Id (`CoworkerTimePass_Coworker`), and may go on through it (`FloorPlanDesk_FloorPlan_Business_Id`)")
    @Test
    void filtersByLinkedRecords() {
        for (JsonNode place : list("sys/businesses?size=5").path("Records")) {
            String id = place.path("Id").asString();
            assertThat(list("sys/floorplandesks?size=100&FloorPlanDesk_FloorPlan_Business_Id=" + id)
                            .path("Records"))
                    .allMatch(
                            desk -> desk.path("FloorPlanBusinessId").asString().equals(id));
        }
        JsonNode passes = list("billing/coworkertimepasses?size=25").path("Records");
        for (JsonNode pass : passes) {
            String owner = pass.path("CoworkerId").asString();
            assertThat(list("billing/coworkertimepasses?size=100&CoworkerTimePass_Coworker=" + owner)
                            .path("Records"))
                    .isNotEmpty()
                    .allMatch(each -> each.path("CoworkerId").asString().equals(owner));
        }
    }

    @Fact(value = "B3.6", says = "Times are UTC, with a twin in the location's time whose name ends with `Local`")
    @Test
    void answersTimesInUtcWithALocalTwin() {
        JsonNode rows = list("spaces/bookings?size=1").path("Records");
        if (!rows.isEmpty()) {
            assertThat(rows.get(0).path("FromTime").stringValue()).endsWith("Z");
            assertThat(rows.get(0).path("FromTimeLocal").stringValue()).doesNotEndWith("Z");
        }
    }

    @Fact(value = "B3.7", says = "A location names its zone as Windows does")
    @Test
    void knowsTheZoneOfALocation() {
        assertThat(nexudus().locations(space))
                .isNotEmpty()
                .allSatisfy(location ->
                        assertThat(location.zone().orElseThrow().means()).isNotEmpty());
    }

    @Fact(value = "B4.1", says = "Customers, passes, bookings, contracts, check-ins and pauses can all be read whole")
    @Test
    void readsEverythingWhole() {
        FullRead read = readAll();
        assertThat(read.sources().values())
                .allSatisfy(source -> assertThat(source.trouble()).isEmpty());
        assertThat(read.customers()).isNotEmpty();
    }
}
