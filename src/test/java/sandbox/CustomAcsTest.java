package sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.latchkey.Fact;
import app.latchkey.Fact.Sure;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import sandbox.nexudus.CustomAcs.Pushed;
import sandbox.nexudus.Nexudus;
import sandbox.partners.Partners;
import sandbox.world.PreparedWorld;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What Nexudus says of a customer where it decides by itself; nobody needs to hear it. */
class CustomAcsTest {

    private static final String OFFICE = "3f0c";
    private static final String PART_TIME = "77aa";

    private Partners partners;
    private Nexudus nexudus;
    private long location;
    private long office;
    private long aisha;

    @BeforeEach
    void start() {
        partners = Partners.start();
        nexudus = partners.nexudus();
        location = nexudus.location(PreparedWorld.HARBOUR_HOUSE);
        office = nexudus.desk("Office 14");
        aisha = nexudus.customer(PreparedWorld.AISHA);
        nexudus.customAcs().save(location, "", "", "http://localhost:1/nobody", "between-us");
        nexudus.customAcs().map(location, "FloorPlanDesk", office, OFFICE);
    }

    @AfterEach
    void stop() {
        partners.close();
    }

    @Fact(
            value = "B6.10",
            says =
                    "Custom ACS takes HTTPS addresses only; where ours is none, the page on which they are copied says so")
    @Test
    void takesHttpsAddressesOnly() {
        assertThatThrownBy(() -> nexudus.customAcs()
                        .save(location, "", "", "http://doors.example.com/acs/1/customers", "secret"))
                .isInstanceOf(IllegalArgumentException.class);
        nexudus.customAcs()
                .save(
                        location,
                        "https://doors.example.com/acs/1/groups",
                        "token",
                        "https://doors.example.com/acs/1/customers",
                        "secret");
    }

    @Fact(
            value = "B6.8",
            sure = Sure.INFERRED,
            says = "While a contract is paused its customer has no benefits: his groups are pushed without its own")
    @Test
    void leavesOutWhatAPausedContractEarns() {
        Instant now = partners.clock().instant();
        long contract = nexudus.signContract(aisha, List.of(office), now.minusSeconds(60));
        assertThat(groups()).containsExactly(OFFICE);
        nexudus.pauseContract(contract, now.minusSeconds(30), now.plus(Duration.ofDays(7)));
        assertThat(groups()).isEmpty();
        partners.clock().advance(Duration.ofDays(8));
        assertThat(groups()).containsExactly(OFFICE);
    }

    @Fact(
            value = "B6.9",
            sure = Sure.INFERRED,
            says =
                    "A part-time desk earns the group of its own, or else its desk's, on its days: it is pushed as they begin, and expires as they end")
    @Test
    void givesTheGroupOfAPartTimeDeskOnItsDaysOnly() {
        LocalDate tomorrow = today().plusDays(1);
        long variant = nexudus.addVariant(office, "One day", Set.of(tomorrow.getDayOfWeek()));
        nexudus.signPartTime(aisha, List.of(variant), partners.clock().instant());
        assertThat(groups()).isEmpty();

        int before = pushes().size();
        partners.clock().moveTo(startOf(tomorrow).plusSeconds(1));
        assertThat(pushes()).as("pushed as the day begins").hasSizeGreaterThan(before);
        JsonNode push = pushes().getLast();
        assertThat(push.path("groups")).extracting(JsonNode::asString).containsExactly(OFFICE);
        assertThat(Instant.parse(push.path("schedule").get(0).path("expires_on").asString()))
                .isEqualTo(startOf(tomorrow.plusDays(1)));

        nexudus.customAcs().map(location, "FloorPlanDeskVariant", variant, PART_TIME);
        assertThat(groups()).containsExactly(PART_TIME);
        partners.clock().moveTo(startOf(tomorrow.plusDays(1)).plusSeconds(1));
        assertThat(groups()).isEmpty();
    }

    /** As all that is known of her is pushed anew. */
    private List<String> groups() {
        nexudus.customAcs().pushAll(location);
        return pushes().getLast()
                .path("groups")
                .valueStream()
                .map(JsonNode::asString)
                .toList();
    }

    private List<JsonNode> pushes() {
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!nexudus.customAcs().isQuiet() && System.nanoTime() < end) {
            Thread.onSpinWait();
        }
        return nexudus.customAcs().pushed().stream()
                .map(Pushed::body)
                .map(new JsonMapper()::readTree)
                .filter(push -> push.path("coworker").path("id").longValue() == aisha)
                .toList();
    }

    private LocalDate today() {
        return partners.clock().instant().atZone(PreparedWorld.LISBON).toLocalDate();
    }

    private static Instant startOf(LocalDate day) {
        return day.atStartOfDay(PreparedWorld.LISBON).toInstant();
    }
}
