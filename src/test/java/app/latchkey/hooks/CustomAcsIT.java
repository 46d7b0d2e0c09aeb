package app.latchkey.hooks;

import static app.latchkey.product.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import app.latchkey.Fact;
import app.latchkey.Fact.Sure;
import app.latchkey.nexudus.AcsAddress;
import app.latchkey.nexudus.AcsSecrets;
import app.latchkey.nexudus.CustomAcs;
import app.latchkey.product.RunningProduct;
import app.latchkey.product.WithProduct;
import app.latchkey.shared.Secret;
import app.latchkey.space.LatchkeySettings;
import app.latchkey.sync.House;
import app.latchkey.sync.Leaving;
import app.latchkey.sync.Leavings;
import app.latchkey.sync.SpaceTrouble;
import app.latchkey.sync.SpaceTroubles;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import sandbox.SandboxClock;
import sandbox.nexudus.CustomAcs.Mischief;
import sandbox.nexudus.Nexudus;
import sandbox.world.PreparedWorld;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Nexudus's Custom ACS over real HTTP: it asks for the groups, says who belongs in them, and Salto follows. */
@WithProduct(own = true)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CustomAcsIT {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String ROOM = "Room 4 - 2nd floor";
    private static final String FLEX = "Flex members";

    private final RunningProduct product;
    private final CustomAcs acs;
    private final Nexudus nexudus;
    private final House house;
    private final AcsSecrets secrets;
    private final HttpClient client = HttpClient.newHttpClient();
    private long lastCustomer = 900_000;

    CustomAcsIT(RunningProduct product) {
        this.product = product;
        acs = product.bean(CustomAcs.class);
        nexudus = product.partners().nexudus();
        house = House.decidedByNexudus(product, PreparedWorld.HARBOUR_HOUSE);
        secrets = acs.renew(house.space());
    }

    @BeforeAll
    void begin() {
        nexudus.customAcs()
                .save(
                        location(),
                        address().groups(publicUrl()).toString(),
                        secrets.token().reveal(),
                        address().customers(publicUrl()).toString(),
                        secrets.bearer().reveal());
        nexudus.customAcs().askForGroups(location());
        nexudus.customAcs().map(location(), "TimePass", nexudus.pass("Flex pass"), FLEX);
        nexudus.customAcs().map(location(), "Resource", nexudus.room("Meeting Room 4"), ROOM);
        house.begin();
    }

    private long location() {
        return nexudus.location(PreparedWorld.HARBOUR_HOUSE);
    }

    private long customerOfNexudus(String email) {
        somebodyAtSalto(email);
        return nexudus.addCustomer(location(), "Somebody " + email, email);
    }

    private AcsAddress address() {
        return acs.address(house.space()).orElseThrow();
    }

    private URI publicUrl() {
        return product.bean(LatchkeySettings.class).publicUrl();
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (Exception failure) {
            throw new AssertionError("Latchkey did not answer", failure);
        }
    }

    private HttpResponse<String> groups(Secret token, String business) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address().groups(publicUrl()))
                .header("Authorization", "Bearer " + token.reveal());
        return send(business.isEmpty() ? request : request.header("X-Nexudus-Business-UniqueId", business));
    }

    private int push(Secret bearer, String body) {
        return send(HttpRequest.newBuilder(address().customers(publicUrl()))
                        .header("Authorization", "Bearer " + bearer.reveal())
                        .POST(HttpRequest.BodyPublishers.ofString(body)))
                .statusCode();
    }

    private Instant now() {
        return product.partners().clock().instant();
    }

    private String said(Instant at, long customer, String email, String groups) {
        return """
                {"time":"%s","coworker":{"id":%d,"email":"%s","fullName":"Pushed %d","accessPincode":"11546"},%s}
                """.formatted(at, customer, email, customer, groups);
    }

    private void pushed(long customer, String email, String groups) {
        assertThat(push(secrets.bearer(), said(now(), customer, email, groups))).isEqualTo(200);
    }

    private String in(String... names) {
        return "\"groups\":[%s]"
                .formatted(String.join(
                        ",",
                        List.of(names).stream()
                                .map(name -> "\"" + house.group(name) + "\"")
                                .toList()));
    }

    private String somebodyAtSalto(String email) {
        return product.partners().salto().addUserByHand(house.site(), "Pushed", "Person", email);
    }

    private long customer() {
        return ++lastCustomer;
    }

    @Test
    @Fact(
            value = "B6.1",
            says =
                    "Custom ACS asks for the access groups by GET with Authorization Bearer, X-Nexudus-Business-UniqueId and"
                            + " X-Nexudus-User-UniqueId; the answer is a JSON array")
    void answersWithTheGroupsOfTheSpace() {
        HttpResponse<String> answer = groups(secrets.token(), "");
        assertThat(answer.statusCode()).isEqualTo(200);
        JsonNode groups = JSON.readTree(answer.body());
        assertThat(groups.values())
                .extracting(group -> group.get("name").stringValue())
                .contains(ROOM, FLEX)
                .isSorted();
        assertThat(groups.values())
                .extracting(group -> group.get("id").stringValue())
                .contains(house.group(ROOM).toString());
        assertThat(address().askedAt()).isPresent();
    }

    @Test
    @Fact(
            value = "B6.4",
            sure = Sure.INFERRED,
            says =
                    "A push says all groups of one customer, so that one it no longer says is over, and no group ends all")
    void letsPeopleInAndOutAsNexudusSays() {
        String email = "in-and-out@pushed.example";
        somebodyAtSalto(email);
        long customer = customer();
        pushed(customer, email, in(ROOM, FLEX));
        eventually("both groups", () -> house.isIn(email, ROOM) && house.isIn(email, FLEX));
        pushed(customer, email, in(FLEX));
        eventually("out of one", () -> !house.isIn(email, ROOM));
        assertThat(house.isIn(email, FLEX)).isTrue();
        pushed(customer, email, in());
        eventually("out of both", () -> !house.isIn(email, FLEX));
    }

    @Test
    void invitesWhomSaltoDoesNotKnow() {
        String email = "newcomer@pushed.example";
        pushed(customer(), email, in(FLEX));
        eventually("the newcomer", () -> house.isIn(email, FLEX));
    }

    @Test
    @Fact(
            value = "B6.5",
            sure = Sure.INFERRED,
            says = "A push has ends (schedule, expires_on) and no beginnings: it comes when access is due")
    void endsAccessByOurClockWhenItExpires() {
        String email = "expiring@pushed.example";
        somebodyAtSalto(email);
        Instant end = now().plus(Duration.ofMinutes(90));
        pushed(
                customer(),
                email,
                in(ROOM)
                        + ",\"schedule\":[{\"group\":\"%s\",\"expires_on\":\"%s\"}]".formatted(house.group(ROOM), end));
        eventually("in", () -> house.isIn(email, ROOM));
        product.partners().clock().advance(Duration.ofMinutes(90));
        eventually("out", () -> !house.isIn(email, ROOM));
    }

    @Test
    @Fact(
            value = "B6.7",
            sure = Sure.UNKNOWN,
            says = "How Nexudus takes an answer, and whether it sends a push again or out of order")
    void changesNothingWhenTheSameComesTwiceOrSomethingOlderAfterIt() {
        String email = "twice@pushed.example";
        somebodyAtSalto(email);
        long customer = customer();
        Instant at = now();
        assertThat(push(secrets.bearer(), said(at, customer, email, in(FLEX)))).isEqualTo(200);
        eventually("in", () -> house.isIn(email, FLEX));
        List<?> before = decisions(customer);
        assertThat(push(secrets.bearer(), said(at, customer, email, in(FLEX)))).isEqualTo(200);
        assertThat(push(secrets.bearer(), said(at.minusSeconds(1), customer, email, in(ROOM))))
                .isEqualTo(200);
        assertThat(decisions(customer)).isEqualTo(before);
        house.fullRun();
        assertThat(house.isIn(email, FLEX)).isTrue();
        assertThat(house.isIn(email, ROOM)).isFalse();
    }

    private List<?> decisions(long customer) {
        return product.database()
                .scopes()
                .inSpace(
                        house.space(),
                        () -> product.database()
                                .jdbc()
                                .sql("select decision, group_ref, since from acs_push_group where customer_id = :id")
                                .param("id", customer)
                                .query()
                                .listOfRows());
    }

    @Test
    void followsWhatPeopleBuyAndBookInTheSimulatedNexudus() {
        String email = "buyer@pushed.example";
        long buyer = customerOfNexudus(email);
        long pass = nexudus.buyPass(buyer, nexudus.pass("Flex pass"));
        eventually("in by the pass", () -> house.isIn(email, FLEX));
        Instant from = now().plus(Duration.ofHours(1));
        nexudus.book(buyer, nexudus.room("Meeting Room 4"), from, from.plus(Duration.ofHours(1)));
        product.partners().clock().advance(Duration.ofMinutes(46));
        eventually("in by the booking", () -> house.isIn(email, ROOM));
        product.partners().clock().advance(Duration.ofMinutes(90));
        eventually("out of the room", () -> !house.isIn(email, ROOM));
        nexudus.refundPass(pass);
        eventually("out without the pass", () -> !house.isIn(email, FLEX));
    }

    @Test
    void comesRightWhenPushesAreDoubledSwappedOrLost() {
        String email = "unlucky@pushed.example";
        long buyer = customerOfNexudus(email);
        nexudus.customAcs().misbehave(Mischief.TWICE);
        long pass = nexudus.buyPass(buyer, nexudus.pass("Flex pass"));
        eventually("in", () -> house.isIn(email, FLEX));
        nexudus.customAcs().misbehave(Mischief.SWAPPED);
        nexudus.refundPass(pass);
        long another = nexudus.buyPass(buyer, nexudus.pass("Flex pass"));
        eventually("both pushed", () -> nexudus.customAcs().isQuiet());
        house.fullRun();
        assertThat(house.isIn(email, FLEX)).as("the later push holds").isTrue();
        nexudus.customAcs().misbehave(Mischief.LOST);
        nexudus.refundPass(another);
        house.fullRun();
        assertThat(house.isIn(email, FLEX)).as("nothing was said").isTrue();
        nexudus.customAcs().pushAll(location());
        eventually("out", () -> !house.isIn(email, FLEX));
    }

    @Test
    void tellsOperatorsOnceThatNexudusHasStoppedToSpeakAndNobodyLosesAccess() {
        String email = "quiet@pushed.example";
        somebodyAtSalto(email);
        next(DayOfWeek.TUESDAY);
        fallsSilent();
        long customer = customer();
        pushed(customer, email, in(FLEX));
        eventually("in", () -> house.isIn(email, FLEX));
        long before = mails();
        product.partners().clock().advance(Duration.ofHours(23));
        look();
        assertThat(trouble()).isEmpty();
        assertThat(mails()).isEqualTo(before);

        product.partners().clock().advance(Duration.ofHours(1));
        look();
        look();
        house.fullRun();
        assertThat(trouble()).containsInstanceOf(SpaceTrouble.NexudusQuiet.class);
        eventually("the mail", () -> mails() == before + 1);
        assertThat(house.isIn(email, FLEX)).isTrue();

        pushed(customer, email, in(FLEX));
        assertThat(trouble()).isEmpty();
        product.partners().clock().advance(Duration.ofHours(25));
        look();
        eventually("another for another silence", () -> mails() == before + 2);
        nexudus.customAcs().misbehave(Mischief.NONE);
        pushed(customer, email, in());
    }

    /** Hardly anybody buys then, and a mail on each Sunday is soon read by nobody. */
    @Test
    void waitsOverAWeekendAndNoticesWhatStoppedOnItsEve() {
        String email = "weekend@pushed.example";
        somebodyAtSalto(email);
        next(DayOfWeek.FRIDAY);
        fallsSilent();
        pushed(customer(), email, in(FLEX));
        eventually("in", () -> house.isIn(email, FLEX));
        long before = mails();

        product.partners().clock().advance(Duration.ofHours(71));
        look();
        assertThat(trouble()).as("Monday morning").isEmpty();
        assertThat(mails()).isEqualTo(before);

        product.partners().clock().advance(Duration.ofHours(1));
        look();
        eventually(
                "Monday, a day later, and nothing worse than that",
                () -> trouble().isPresent());
        eventually("the mail", () -> mails() == before + 1);
        nexudus.customAcs().misbehave(Mischief.NONE);
        pushed(customer(), email, in());
    }

    /** The next such day, at ten in the morning where the space is. */
    private void next(DayOfWeek day) {
        SandboxClock clock = product.partners().clock();
        clock.moveTo(clock.instant()
                .atZone(PreparedWorld.LISBON)
                .with(TemporalAdjusters.next(day))
                .with(LocalTime.of(10, 0))
                .toInstant());
    }

    /** What was under way when the clock jumped has come: nothing does from here on but what a test pushes itself. */
    private void fallsSilent() {
        nexudus.customAcs().misbehave(Mischief.SILENT);
        eventually("every push was answered", nexudus.customAcs()::isQuiet);
    }

    private void look() {
        product.bean(LookAfterPushes.class).look();
    }

    private Optional<SpaceTrouble> trouble() {
        return product.bean(SpaceTroubles.class)
                .worst(house.space())
                .filter(SpaceTrouble.NexudusQuiet.class::isInstance);
    }

    private long mails() {
        return product.partners().inbox().to(PreparedWorld.ANA).stream()
                .filter(mail -> mail.subject().startsWith("Nexudus has stopped telling us"))
                .count();
    }

    @Test
    void leavesAloneWhomNexudusNeverSpokeOf() {
        String byHand = "by-hand@pushed.example";
        product.partners()
                .salto()
                .addByHand(somebodyAtSalto(byHand), house.group(FLEX).toString());
        String email = "beside@pushed.example";
        somebodyAtSalto(email);
        long customer = customer();
        pushed(customer, email, in(FLEX));
        eventually("in", () -> house.isIn(email, FLEX));
        house.fullRun();
        pushed(customer, email, in());
        eventually("out", () -> !house.isIn(email, FLEX));
        house.fullRun();
        assertThat(house.isIn(byHand, FLEX)).isTrue();
    }

    @Test
    void showsGroupsThatItDoesNotKnow() {
        pushed(customer(), "lost@pushed.example", "\"groups\":[\"a group of long ago\"]");
        assertThat(acs.faults(house.space())).anyMatch(fault -> fault.contains("a group of long ago"));
    }

    @Test
    void remembersWhatItCouldNotUnderstand() {
        assertThat(push(secrets.bearer(), "{\"coworker\":{\"id\":12}}")).isEqualTo(400);
        assertThat(address().unreadable().orElseThrow().why()).isEqualTo("it does not say which groups");
        assertThat(acs.faults(house.space())).anyMatch(fault -> fault.contains("it does not say which groups"));
        acs.settled(house.space());
        assertThat(address().unreadable()).isEmpty();
        assertThat(push(secrets.bearer(), "x".repeat(256 * 1024 + 1))).isEqualTo(413);
    }

    @Test
    void refusesWhoeverHasNotTheSecretForIt() {
        String body = said(now(), customer(), "nobody@pushed.example", in(FLEX));
        assertThat(push(secrets.token(), body)).isEqualTo(401);
        assertThat(push(Secret.of(""), body)).isEqualTo(401);
        HttpResponse<String> refused = groups(secrets.bearer(), "");
        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(refused.body()).isEmpty();
        assertThat(send(HttpRequest.newBuilder(URI.create(product.at("/acs/0123456789abcdef/groups")))
                                .header(
                                        "Authorization",
                                        "Bearer " + secrets.token().reveal()))
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void keepsSpacesApart() {
        House other = House.decidedByNexudus(product, PreparedWorld.HARBOUR_NORTH);
        AcsSecrets theirs = acs.renew(other.space());
        String body = said(now(), customer(), "stranger@pushed.example", in(FLEX));
        assertThat(groups(theirs.token(), "").statusCode()).isEqualTo(401);
        assertThat(push(theirs.bearer(), body)).isEqualTo(401);
        int accepted = send(HttpRequest.newBuilder(
                                acs.address(other.space()).orElseThrow().customers(publicUrl()))
                        .header("Authorization", "Bearer " + theirs.bearer().reveal())
                        .POST(HttpRequest.BodyPublishers.ofString(body)))
                .statusCode();
        assertThat(accepted).isEqualTo(200);
        assertThat(acs.faults(other.space()))
                .anyMatch(fault -> fault.contains(house.group(FLEX).toString()));
        assertThat(house.isIn("stranger@pushed.example", FLEX)).isFalse();
        leaves(other, theirs);
    }

    /** Who leaves is called no more, and nothing that was said of people stays. */
    private void leaves(House other, AcsSecrets theirs) {
        URI address = acs.address(other.space()).orElseThrow().groups(publicUrl());
        assertThat(asked(address, theirs, "north")).isEqualTo(200);
        assertThat(acs.offered(other.space())).isNotEmpty();
        other.begin();
        Leavings leavings = product.bean(Leavings.class);
        leavings.begin(other.space(), Leaving.Way.KEEP, now(), PreparedWorld.ANA);
        eventually(
                "it has left",
                () -> leavings.latest(other.space())
                        .filter(leaving -> leaving.stage() == Leaving.Stage.DONE)
                        .isPresent());
        assertThat(leavings.latest(other.space()).flatMap(Leaving::leftOver).orElse(""))
                .contains("Custom ACS: delete it there");
        assertThat(asked(address, theirs, "north")).isEqualTo(401);
        assertThat(acs.offered(other.space())).isEmpty();
        assertThat(acs.faults(other.space())).isEmpty();
    }

    @Test
    void knowsTheLocationOnceItHasCalled() {
        House other = House.decidedByNexudus(product, PreparedWorld.HARBOUR_QUAY);
        AcsSecrets theirs = acs.renew(other.space());
        URI address = acs.address(other.space()).orElseThrow().groups(publicUrl());
        assertThat(asked(address, theirs, "first")).isEqualTo(200);
        assertThat(asked(address, theirs, "second")).isEqualTo(401);
        assertThat(asked(address, theirs, "first")).isEqualTo(200);
    }

    private int asked(URI address, AcsSecrets secrets, String business) {
        return send(HttpRequest.newBuilder(address)
                        .header("Authorization", "Bearer " + secrets.token().reveal())
                        .header("X-Nexudus-Business-UniqueId", business))
                .statusCode();
    }
}
