package sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import app.latchkey.Fact;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import sandbox.http.Fields;
import sandbox.http.Throttle;
import sandbox.nexudus.HookSignature;
import sandbox.nexudus.Nexudus;
import sandbox.partners.Partners;
import sandbox.world.PreparedWorld;
import tools.jackson.databind.JsonNode;

/** What a client of Nexudus has to cope with. */
class NexudusTest {
    private Partners partners;
    private Nexudus nexudus;
    private Http api;

    @BeforeEach
    void start() {
        partners = Partners.start();
        nexudus = partners.nexudus();
        api = Http.at(partners.nexudusUrl()).basic(PreparedWorld.ANA, PreparedWorld.PASSWORD);
    }

    @AfterEach
    void stop() {
        partners.close();
    }

    @Test
    void givesTokensForAFormOnly() {
        assertThat(api.post("/api/token", "{}").body()).contains("unsupported_grant_type");
        JsonNode answer = login("client-1").json();
        assertThat(answer.get("expires_in").longValue()).isEqualTo(604_799);
        Http bearer =
                Http.at(partners.nexudusUrl()).bearer(answer.get("access_token").stringValue());
        assertThat(bearer.get("/api/sys/businesses").json().get("TotalItems").intValue())
                .isEqualTo(2);
    }

    @Test
    void keepsOneRefreshTokenPerClientId() {
        String first = login("client-1").json().get("refresh_token").stringValue();
        String other = login("client-2").json().get("refresh_token").stringValue();
        String second = login("client-1").json().get("refresh_token").stringValue();
        assertThat(refresh("client-1", first).json().get("error").stringValue()).isEqualTo("invalid_grant");
        assertThat(refresh("client-1", other).status()).isEqualTo(401);
        assertThat(refresh("client-1", second).status()).isEqualTo(200);
        partners.clock().advance(Duration.ofDays(16));
        assertThat(refresh("client-2", other).status()).isEqualTo(401);
    }

    /** Signed in as the member that she is. */
    private Http aisha() {
        nexudus.giveLogin(PreparedWorld.AISHA, "her own");
        String token = api.form(
                        "/api/token",
                        Map.of("grant_type", "password", "username", PreparedWorld.AISHA, "password", "her own"))
                .json()
                .get("access_token")
                .stringValue();
        return Http.at(partners.nexudusUrl()).bearer(token);
    }

    @Fact(
            value = "B7.1",
            says =
                    "What members are shown has the time on the wall with a false `Z`, names other people not, and is a page unless JSON is asked for; Latchkey asks the administrators' side only")
    @Test
    void showsMembersTheirProfilesAndACalendarByTheClockOnTheWall() {
        Instant begins = Instant.parse("2027-07-01T09:00:00Z");
        nexudus.book(
                nexudus.customer(PreparedWorld.AISHA),
                nexudus.room("Meeting Room 4"),
                begins,
                begins.plusSeconds(3600));
        nexudus.book(
                nexudus.customer(PreparedWorld.MARTA),
                nexudus.room("Meeting Room 4"),
                begins.plusSeconds(7200),
                begins.plusSeconds(9000));
        Http member = aisha();
        String calendar = "/en/bookings/fullCalendarBookings?start=2027-07-01&end=2027-07-02";

        assertThat(member.get("/api/public/coworkers/profiles").body())
                .as("a page unless JSON is asked for")
                .startsWith("<");
        assertThat(member.getJson("/api/public/coworkers/profiles").json())
                .singleElement()
                .satisfies(profile ->
                        assertThat(profile.get("Email").stringValue()).isEqualTo(PreparedWorld.AISHA));
        JsonNode events = member.getJson(calendar).json();
        assertThat(events).hasSize(2);
        assertThat(events.get(0).get("start").stringValue())
                .as("ten in Lisbon in summer")
                .isEqualTo("2027-07-01T10:00:00Z");
        assertThat(events.get(0).get("coworkerId").isString()).isTrue();
        assertThat(events.get(1).get("coworkerFullName").isNull())
                .as("somebody else")
                .isTrue();
        assertThat(member.getJson("/en/bookings/fullCalendarBookings?start=2027-07-01")
                        .status())
                .isEqualTo(500);
        assertThat(member.getJson("/api/sys/businesses").status()).isEqualTo(401);
        assertThat(api.getJson("/api/public/coworkers/profiles").status()).isEqualTo(401);
    }

    @Fact(
            value = "B7.2",
            says =
                    "A member with one login has a profile for each location, and sees by the one that is chosen; for Latchkey each is a customer of its own")
    @Test
    void showsAMemberOfTwoLocationsByTheProfileThatIsChosen() {
        long north = nexudus.addCustomer(
                nexudus.location(PreparedWorld.HARBOUR_NORTH), "Aisha at North", PreparedWorld.AISHA);
        Http member = aisha();
        String profiles = "/api/public/coworkers/profiles";
        assertThat(member.getJson(profiles).json()).hasSize(2);
        assertThat(member.getJson(profiles + "/current").json().get("Id").longValue())
                .isNotEqualTo(north);
        assertThat(member.method("PUT", profiles + "/current", "{\"Id\":" + north + "}")
                        .status())
                .isEqualTo(200);
        assertThat(member.getJson(profiles + "/current").json().get("Id").longValue())
                .isEqualTo(north);
        assertThat(member.method("PUT", profiles + "/current", "{\"Id\":1}").status())
                .isEqualTo(404);
    }

    @Test
    void asksForAOneTimeCode() {
        nexudus.requireOneTimeCode(PreparedWorld.ANA, "123456");
        assertThat(login("c").json().get("error").stringValue()).isEqualTo("two_factor_auth_check");
        Map<String, String> form = Map.of(
                "grant_type",
                "password",
                "username",
                PreparedWorld.ANA,
                "password",
                PreparedWorld.PASSWORD,
                "totp",
                "123456");
        assertThat(api.form("/api/token", form).status()).isEqualTo(200);
    }

    @Test
    void leavesCollectionsOutOfListsButNotOutOfRecords() {
        JsonNode list = api.get("/api/billing/coworkercontracts?size=3").json();
        assertThat(list.get("Records").size()).isEqualTo(3);
        assertThat(list.get("HasNextPage").booleanValue()).isTrue();
        JsonNode brief = list.get("Records").get(0);
        assertThat(brief.has("Desks")).isFalse();
        assertThat(brief.has("FloorPlanDeskIds")).isTrue();
        long id = brief.get("Id").longValue();
        assertThat(api.get("/api/billing/coworkercontracts/" + id).json().has("Desks"))
                .isTrue();
        assertThat(api.get("/api/billing/coworkercontracts?id=%5B" + id + "%5D")
                        .json()
                        .isArray())
                .isTrue();
    }

    @Test
    void filtersByFieldLinkAndTime() {
        long marta = customer(PreparedWorld.MARTA);
        assertThat(total("/api/spaces/coworkers?Coworker_Email=" + PreparedWorld.MARTA))
                .isEqualTo(1);
        assertThat(total("/api/spaces/coworkers?Coworker_Email=" + PreparedWorld.SHARED))
                .isEqualTo(2);
        assertThat(total("/api/billing/coworkertimepasses?CoworkerTimePass_Coworker=" + marta))
                .isEqualTo(1);
        long north = nexudus.locations().get(1).id();
        assertThat(total("/api/spaces/bookings?Booking_Resource_Business=" + north))
                .isEqualTo(1);
        String soon =
                partners.clock().instant().plusSeconds(170 * 60).toString().substring(0, 16);
        assertThat(total("/api/spaces/bookings?from_Booking_FromTime=" + soon)).isEqualTo(2);
        assertThat(api.get("/api/spaces/bookings?Booking_Rome=1").status()).isEqualTo(400);
    }

    @Test
    void answersUtcAndLocalTimesAndWideNumbers() {
        JsonNode booking =
                api.get("/api/spaces/bookings?size=1").json().get("Records").get(0);
        assertThat(booking.get("FromTime").stringValue()).endsWith("Z");
        assertThat(booking.get("FromTimeLocal").stringValue()).doesNotEndWith("Z");
        assertThat(booking.get("Id").longValue()).isGreaterThan(Integer.MAX_VALUE);
    }

    @Test
    void refusesWhatARightIsMissingFor() {
        nexudus.rights(PreparedWorld.ANA).revoke("FloorPlanDesk-List");
        assertThat(api.get("/api/sys/floorplandesks").status()).isEqualTo(401);
        assertThat(api.get("/api/spaces/resources").status()).isEqualTo(200);
        nexudus.rights(PreparedWorld.ANA).give("FloorPlanDesk-List");
        assertThat(api.get("/api/sys/floorplandesks").status()).isEqualTo(200);
    }

    @Test
    void throttlesWith409() {
        nexudus.throttle(Throttle.of(2, Duration.ofMinutes(1)));
        api.get("/api/sys/businesses");
        api.get("/api/sys/businesses");
        Http.Answer answer = api.get("/api/sys/businesses");
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.body()).isEmpty();
        assertThat(answer.header("Retry-After")).isEqualTo("1");
    }

    @Test
    void reallyDeletesACancelledBooking() {
        Instant from = partners.clock().instant().plusSeconds(3600);
        long id = nexudus.book(
                customer(PreparedWorld.AISHA), nexudus.rooms().getFirst().id(), from, from.plusSeconds(3600));
        assertThat(api.get("/api/spaces/bookings/" + id).status()).isEqualTo(200);
        nexudus.cancelBooking(id);
        assertThat(api.get("/api/spaces/bookings/" + id).status()).isEqualTo(404);
    }

    @Test
    void sellsAPassAtTheCheckInOfWhoPaysAsHeGoes() {
        long aisha = customer(PreparedWorld.AISHA);
        String checkIn = "{\"CoworkerId\":%d}".formatted(aisha);
        assertThat(api.post("/api/spaces/checkins", checkIn).status()).isEqualTo(400);
        int invoices = total("/api/billing/coworkerinvoices?CoworkerInvoice_Coworker=" + aisha);

        nexudus.edit("TimePass", nexudus.pass("Day pass"), Fields.of("UseAsPayAsYouGoForContacts", true));
        assertThat(api.post("/api/spaces/checkins", checkIn).status()).isEqualTo(200);
        assertThat(api.get("/api/billing/coworkertimepasses?CoworkerTimePass_Coworker=" + aisha)
                        .json()
                        .get("Records")
                        .get(0)
                        .get("IsPayAsYouGo")
                        .booleanValue())
                .isTrue();
        assertThat(total("/api/billing/coworkerinvoices?CoworkerInvoice_Coworker=" + aisha))
                .isEqualTo(invoices + 1);
        assertThat(api.post("/api/spaces/checkins", "{\"CoworkerId\":%d}".formatted(customer(PreparedWorld.OTTO)))
                        .status())
                .as("not for members")
                .isEqualTo(400);
    }

    @Test
    void usesADayPassByComingInAndAMinutePassByStaying() {
        long aisha = customer(PreparedWorld.AISHA);
        long days = nexudus.buyPassForDays(aisha, nexudus.pass("Flex pass"), 30);
        nexudus.checkIn(aisha);
        partners.clock().advance(Duration.ofHours(3));
        nexudus.checkOut(aisha);
        assertThat(nexudus.field("CoworkerTimePass", days, "RemainingUses")).isEqualTo("29");
        nexudus.refundPass(days);

        long minutes = nexudus.buyPass(aisha, nexudus.pass("Evening pass"));
        nexudus.checkIn(aisha);
        partners.clock().advance(Duration.ofHours(3));
        nexudus.checkOut(aisha);
        assertThat(nexudus.field("CoworkerTimePass", minutes, "RemainingUses")).isEqualTo("60");
    }

    @Test
    void endsAContractAtItsDateAndPausesItInBetween() {
        long office = nexudus.desks().getFirst().id();
        Instant now = partners.clock().instant();
        long id = nexudus.signContract(customer(PreparedWorld.AISHA), List.of(office), now.minusSeconds(60));
        nexudus.pauseContract(id, now.plus(Duration.ofDays(1)), now.plus(Duration.ofDays(2)));
        nexudus.endContract(id, now.plus(Duration.ofDays(3)));
        assertThat(contract(id).get("Active").booleanValue()).isTrue();
        partners.clock().advance(Duration.ofHours(30));
        assertThat(contract(id).get("InPausedPeriod").booleanValue()).isTrue();
        partners.clock().advance(Duration.ofHours(48));
        assertThat(contract(id).get("Active").booleanValue()).isFalse();
    }

    @Test
    void signsOverAsciiBytes() {
        assertThat(HookSignature.of("[{\"Name\":\"J\u00e3o \ud83d\udd11\"}]", "s"))
                .isEqualTo(HookSignature.of("[{\"Name\":\"J?o ??\"}]", "s"));
        assertThat(HookSignature.of("what do ya want for nothing?", "Jefe"))
                .isEqualTo("5BDCC146BF60754E6A042426089575C75A003F089D2739839DEC58B964EC3843");
    }

    private JsonNode contract(long id) {
        return api.get("/api/billing/coworkercontracts/" + id).json();
    }

    private long customer(String email) {
        return nexudus.customer(email);
    }

    private int total(String path) {
        return api.get(path).json().get("TotalItems").intValue();
    }

    private Http.Answer login(String clientId) {
        Map<String, String> form =
                Map.of("grant_type", "password", "username", PreparedWorld.ANA, "password", PreparedWorld.PASSWORD);
        return api.form("/api/token", form, "client_id", clientId);
    }

    private Http.Answer refresh(String clientId, String token) {
        return api.form(
                "/api/token", Map.of("grant_type", "refresh_token", "refresh_token", token), "client_id", clientId);
    }
}
