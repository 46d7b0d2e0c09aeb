package app.latchkey.nexudus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.latchkey.Fact;
import app.latchkey.connection.PartnerFailure;
import app.latchkey.connection.PartnerFailure.Category;
import app.latchkey.connection.PartnerWorld;
import app.latchkey.shared.AccessGroupId;
import app.latchkey.shared.LocationId;
import app.latchkey.shared.Secret;
import app.latchkey.shared.SpaceId;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import sandbox.http.Fault;
import sandbox.http.Fields;
import sandbox.http.Response;
import sandbox.world.PreparedWorld;

/** Signs of Nexudus's own Salto integration, and what is said where they cannot be looked for. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SecondWritersIT {

    private static final String ROOM = "Meeting Room 4";
    private static final String PASS = "Flex pass";

    private final PartnerWorld world = PartnerWorld.prepared();
    private final PartnerWorld.Node node = world.node();
    private final Nexudus nexudus = node.get(Nexudus.class);
    private final sandbox.nexudus.Nexudus partner = world.partners().nexudus();
    private final SpaceId space = PartnerWorld.aSpace();

    @BeforeAll
    void connect() {
        nexudus.connect(space, PreparedWorld.INTEGRATION, Secret.of(PreparedWorld.PASSWORD), Optional.empty());
        nexudus.choose(space, harbour());
    }

    private LocationId harbour() {
        return nexudus.locations(space).stream()
                .filter(each -> each.name().equals(PreparedWorld.HARBOUR_HOUSE))
                .findFirst()
                .orElseThrow()
                .id();
    }

    @AfterEach
    void asKnown() {
        partner.clearFaults();
        mark("Resource", partner.room(ROOM), null);
        mark("TimePass", partner.pass(PASS), null);
        List.of("Coworker-List", "Resource-List", "FloorPlanDesk-List", "FloorPlanDeskVariant-List", "TimePass-List")
                .forEach(partner.rights(PreparedWorld.INTEGRATION)::give);
    }

    @AfterAll
    void close() {
        world.close();
    }

    private void mark(String kind, long id, @Nullable Object group) {
        partner.edit(kind, id, Fields.of("AccessControlGroupId", group));
    }

    @Test
    void saysSoWhereEverythingWasReadAndNothingWasFound() {
        assertThat(nexudus.secondWriter(space).isThere()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Coworker-List", "Resource-List", "FloorPlanDesk-List", "TimePass-List"})
    void isUnknownWhereARightIsMissing(String right) {
        partner.rights(PreparedWorld.INTEGRATION).revoke(right);
        assertThatThrownBy(() -> nexudus.secondWriter(space))
                .isInstanceOfSatisfying(
                        PartnerFailure.class,
                        failure -> assertThat(failure.category()).isEqualTo(Category.RIGHT_MISSING));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "spaces/coworkers",
                "spaces/resources",
                "sys/floorplandesks",
                "sys/floorplandeskvariants",
                "billing/timepasses"
            })
    void isUnknownWhereNexudusThrottles(String path) {
        partner.fail("GET /api/" + path, Fault.status(409).retryAfter(1).always());
        assertThatThrownBy(() -> nexudus.secondWriter(space))
                .isInstanceOfSatisfying(
                        PartnerFailure.class,
                        failure -> assertThat(failure.category()).isEqualTo(Category.THROTTLED));
    }

    @Test
    void isThereWhateverElseCannotBeRead() {
        mark("Resource", partner.room(ROOM), "1");
        partner.rights(PreparedWorld.INTEGRATION).revoke("FloorPlanDesk-List");
        assertThat(nexudus.secondWriter(space).items()).containsExactly(ROOM);
    }

    @ParameterizedTest
    @CsvSource({"AccessControlGroupId,7", "AccessControlGroupIds,'7,8'"})
    void leavesItsGroupsOnPassesToo(String field, String groups) {
        partner.edit("TimePass", partner.pass(PASS), Fields.of(field, groups));
        assertThat(nexudus.secondWriter(space).items()).containsExactly(PASS);
        partner.edit("TimePass", partner.pass(PASS), Fields.of(field, null));
    }

    @Fact(
            value = "B4.15",
            says =
                    "Passes, resources, desks and part-time desks each may have a group of Nexudus's own door integration in `AccessControlGroupId`; it is read and never written")
    @Test
    void leavesItsGroupsOnPartTimeDesksOfTheLocationToo() {
        long here = mondays("Office 14");
        long elsewhere = mondays("Suite A");
        mark("FloorPlanDeskVariant", elsewhere, "7");
        assertThat(nexudus.secondWriter(space).isThere()).isFalse();
        mark("FloorPlanDeskVariant", here, "7");
        assertThat(nexudus.secondWriter(space).items()).containsExactly("Office 14, Mondays");
        mark("FloorPlanDeskVariant", here, null);
        assertThat(world.partners().calls().writes().all())
                .noneMatch(call -> call.body().contains("AccessControlGroup"));
    }

    @Test
    void needsNoRightToPartTimeDesks() {
        mondays("Office 14");
        partner.rights(PreparedWorld.INTEGRATION).revoke("FloorPlanDeskVariant-List");
        assertThat(nexudus.secondWriter(space).isThere()).isFalse();
    }

    private long mondays(String place) {
        return partner.addVariant(partner.desk(place), place + ", Mondays", Set.of(DayOfWeek.MONDAY));
    }

    @ParameterizedTest
    @CsvSource({"spaces/resources,AccessControlGroupId", "spaces/coworkers,SaltoV2AccessToken"})
    void isUnknownWhereNexudusDoesNotSendTheFieldAtAll(String path, String field) {
        partner.fail(
                "GET /api/" + path,
                Fault.rewritten(answer -> without(field, answer)).always());
        assertThatThrownBy(() -> nexudus.secondWriter(space))
                .isInstanceOfSatisfying(
                        PartnerFailure.class,
                        failure -> assertThat(failure.category()).isEqualTo(Category.UNREADABLE));
    }

    @Test
    void asksTheRecordWhereOnlyTheListLeavesTheFieldOut() {
        mark("Resource", partner.room(ROOM), "1");
        partner.fail(
                "GET /api/spaces/resources\\?page",
                Fault.rewritten(answer -> without("AccessControlGroupId", answer))
                        .always());
        assertThat(nexudus.secondWriter(space).items()).containsExactly(ROOM);
    }

    private static Response without(String field, Response answer) {
        String text = new String(answer.content(), StandardCharsets.UTF_8)
                .replaceAll("\"" + field + "\":(null|\"[^\"]*\"),?", "")
                .replace(",}", "}");
        return new Response(answer.status(), answer.headers(), text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void isNotSeenInGroupsThatNexudusHasFromUs() {
        String ours = UUID.randomUUID().toString();
        node.get(CustomAcs.class).offer(space, Map.of(AccessGroupId.of(ours), "Flex members"), "");
        mark("Resource", partner.room(ROOM), ours);
        assertThat(nexudus.secondWriter(space).isThere()).isFalse();
        node.get(CustomAcs.class).offer(space, Map.of(), "");
        assertThat(nexudus.secondWriter(space).isThere())
                .as("what was handed out stays known")
                .isFalse();
        mark("Resource", partner.room(ROOM), UUID.randomUUID().toString());
        assertThat(nexudus.secondWriter(space).items()).containsExactly(ROOM);
    }
}
