package app.latchkey.traps;

import static org.assertj.core.api.Assertions.assertThat;

import app.latchkey.Fact;
import app.latchkey.Survives;
import app.latchkey.connection.AccessTokens;
import app.latchkey.connection.Partner;
import app.latchkey.connection.PartnerFailure;
import app.latchkey.connection.PartnerFailure.Category;
import app.latchkey.connection.PartnerWorld;
import app.latchkey.entitlement.Booking;
import app.latchkey.nexudus.FullRead;
import app.latchkey.nexudus.Nexudus;
import app.latchkey.nexudus.ProgressListener;
import app.latchkey.nexudus.Source;
import app.latchkey.salto.AccessGroup;
import app.latchkey.salto.NewSaltoUser;
import app.latchkey.salto.SaltoKs;
import app.latchkey.salto.SaltoSignIn;
import app.latchkey.salto.SaltoUser;
import app.latchkey.salto.Site;
import app.latchkey.shared.AccessGroupId;
import app.latchkey.shared.EmailAddress;
import app.latchkey.shared.LocationId;
import app.latchkey.shared.PlatformUserId;
import app.latchkey.shared.Secret;
import app.latchkey.shared.SpaceId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import sandbox.Http;
import sandbox.partners.Partners;
import sandbox.salto.Decision;
import sandbox.salto.Salto;
import sandbox.scenario.Trap;
import sandbox.world.PreparedWorld;
import tools.jackson.databind.JsonNode;

/** What our clients of the partners make of each trap, beside what a client would see that takes answers at their word. */
class ClientTrapsIT {

    private static final EmailAddress JOAO = new EmailAddress(PreparedWorld.JOAO);

    private final PartnerWorld world = PartnerWorld.prepared();
    private final Partners partners = world.partners();
    private final PartnerWorld.Node node = world.node();
    private final SpaceId space = PartnerWorld.aSpace();
    private final SaltoKs salto = node.get(SaltoKs.class);
    private final Nexudus nexudus = node.get(Nexudus.class);
    private final Salto partner = partners.salto();

    @BeforeEach
    void connect() {
        SaltoSignIn.connect(world, node, space);
        nexudus.connect(space, PreparedWorld.INTEGRATION, Secret.of(PreparedWorld.PASSWORD), Optional.empty());
        nexudus.choose(space, new LocationId(partners.nexudus().location(PreparedWorld.HARBOUR_HOUSE)));
    }

    @AfterEach
    void close() {
        world.close();
    }

    private void spring(Trap trap) {
        trap.start(partners);
    }

    private Http saltoHttp() {
        return Http.at(partners.saltoApiUrl())
                .bearer(node.get(AccessTokens.class)
                        .current(space, Partner.SALTO)
                        .reveal());
    }

    private Http nexudusHttp() {
        return Http.at(partners.nexudusUrl()).basic(PreparedWorld.ANA, PreparedWorld.PASSWORD);
    }

    private String site() {
        return "/v1.2/sites/" + partner.site(PreparedWorld.HARBOUR_HOUSE);
    }

    private AccessGroupId group(String name) {
        return AccessGroupId.of(partner.group(partner.site(PreparedWorld.HARBOUR_HOUSE), name));
    }

    private SaltoUser inviteJoao() {
        return salto.invite(space, NewSaltoUser.named("João Araújo", JOAO)).user();
    }

    private FullRead readAll() {
        return nexudus.readAll(space, ProgressListener.none());
    }

    private static PartnerFailure failure(Runnable call) {
        try {
            call.run();
        } catch (PartnerFailure failure) {
            return failure;
        }
        throw new AssertionError("No failure");
    }

    @Survives(Trap.FULL_SEATS)
    @Test
    void seesThatAUserWhoWasMadeHasNoSeat() {
        spring(Trap.FULL_SEATS);
        SaltoUser made = inviteJoao();
        salto.add(space, group("Flex members"), made.platformUser());
        assertThat(partner.isMember(PreparedWorld.JOAO, group("Flex members").toString()))
                .as("all calls succeeded")
                .isTrue();
        assertThat(made.subscribed()).isFalse();
        assertThat(salto.site(space).seatsFree()).isZero();
    }

    @Survives(Trap.EXPIRED_GUEST)
    @Test
    void countsTheSeatOfAGuestWhoHasExpired() {
        int before = salto.site(space).seatsUsed();
        spring(Trap.EXPIRED_GUEST);
        Site site = salto.site(space);
        assertThat(site.seatsUsed()).as("an expiry frees no seat").isEqualTo(before + 1);
        assertThat(salto.users(space)).filteredOn(SaltoUser::subscribed).hasSize(before + 1);
    }

    @Survives(Trap.THREE_IDS)
    @Test
    void keepsBothIdsAndUsesEachWhereItBelongs() {
        spring(Trap.THREE_IDS);
        SaltoUser marta =
                salto.userByEmail(space, new EmailAddress(PreparedWorld.MARTA)).orElseThrow();
        String members = site() + "/access_groups/" + group("Flex members") + "/users";
        assertThat(saltoHttp().delete(members + "/" + marta.siteUser()).status())
                .as("the site's id, where the platform's belongs")
                .isEqualTo(404);
        assertThat(salto.members(space, group("Flex members")))
                .anyMatch(member -> member.platformUser().equals(marta.platformUser()));
        salto.suspend(space, marta.siteUser());
        salto.remove(space, group("Flex members"), marta.platformUser());
        assertThat(partner.isMember(PreparedWorld.MARTA, group("Flex members").toString()))
                .isFalse();
    }

    @Survives(Trap.NO_SCHEDULE)
    @Test
    void knowsThatAGroupWithoutAScheduleOpensNothing() {
        spring(Trap.NO_SCHEDULE);
        AccessGroupId flex = group("Flex members");
        PlatformUserId marta = salto.userByEmail(space, new EmailAddress(PreparedWorld.MARTA))
                .orElseThrow()
                .platformUser();
        salto.add(space, flex, marta);
        String lock = partner.locksOf(flex.toString()).getFirst().id();
        assertThat(partner.canOpen(PreparedWorld.MARTA, lock))
                .as("although joining succeeded")
                .isEqualTo(Decision.NO_SCHEDULE);
        assertThat(salto.groups(space))
                .filteredOn(each -> each.id().equals(flex))
                .noneMatch(AccessGroup::hasSchedule);
    }

    @Survives(Trap.FRESH_USER)
    @Test
    void waitsForAUserWhoWasJustMade() {
        spring(Trap.FRESH_USER);
        PlatformUserId made = inviteJoao().platformUser();
        PartnerFailure early = failure(() -> salto.add(space, group("Flex members"), made));
        assertThat(early.category()).as("Salto said: not found").isEqualTo(Category.NOT_READY);
        partners.clock().advance(early.retryAfter().orElseThrow().multipliedBy(13));
        salto.add(space, group("Flex members"), made);
        assertThat(salto.members(space, group("Flex members")))
                .anyMatch(member -> member.platformUser().equals(made));
    }

    @Survives({Trap.LIST_SHAPES, Trap.NO_COUNTS})
    @Test
    void readsWholeListsWithoutLinksAndWithoutCounts() {
        int there = partner.users(PreparedWorld.HARBOUR_HOUSE).size();
        for (Trap trap : List.of(Trap.LIST_SHAPES, Trap.NO_COUNTS)) {
            spring(trap);
            JsonNode first = saltoHttp().get(site() + "/users?$top=100").json();
            assertThat(first.isArray() ? first.size() : first.get("items").size())
                    .as("the first page looks like all")
                    .isLessThan(there);
            assertThat(salto.users(space)).hasSize(there);
        }
    }

    @Survives(Trap.KNOWN_ELSEWHERE)
    @Test
    void invitesSomebodyWhomSaltoKnows() {
        spring(Trap.KNOWN_ELSEWHERE);
        EmailAddress tomasz = new EmailAddress(PreparedWorld.TOMASZ);
        SaltoUser user =
                salto.invite(space, NewSaltoUser.named("Tomasz Wójcik", tomasz)).user();
        assertThat(partners.calls().to("/users").method("POST").answered(400).count())
                .as("making him was refused")
                .isEqualTo(1);
        assertThat(partner.user(PreparedWorld.HARBOUR_NORTH, PreparedWorld.TOMASZ)
                        .orElseThrow()
                        .platformUserId())
                .isEqualTo(user.platformUser().toString());
    }

    @Fact(
            value = "A8.9",
            says =
                    "A lock whose gateway is offline goes on with the keys it knows: leaving a group succeeds, and the door opens all the same until the lock is back")
    @Survives(Trap.OFFLINE)
    @Test
    void knowsThatALockThatIsOfflineMayStillOpen() {
        AccessGroupId flex = group("Flex members");
        PlatformUserId marta = salto.userByEmail(space, new EmailAddress(PreparedWorld.MARTA))
                .orElseThrow()
                .platformUser();
        salto.add(space, flex, marta);
        spring(Trap.OFFLINE);
        salto.remove(space, flex, marta);
        String lock = partner.locksOf(flex.toString()).getFirst().id();
        assertThat(partner.canOpen(PreparedWorld.MARTA, lock))
                .as("although leaving succeeded")
                .isEqualTo(Decision.OPENS);
        assertThat(salto.groups(space))
                .filteredOn(each -> each.id().equals(flex))
                .flatExtracting(AccessGroup::locks)
                .noneMatch(app.latchkey.salto.Lock::online);
    }

    @Survives(Trap.THROTTLED)
    @Test
    void slowsDownWhenNexudusSaysSo() {
        spring(Trap.THROTTLED);
        assertThat(nexudus.locations(space)).hasSize(2);
        assertThat(nexudus.items(space)).isNotEmpty();
        assertThat(partners.nexudus().calls().answered(409).count())
                .as("a client that takes 409 for a conflict stops here")
                .isPositive();
    }

    @Survives(Trap.OMITTED)
    @Test
    void takesAMissingFieldForUnknownNotForNone() {
        spring(Trap.OMITTED);
        JsonNode row = nexudusHttp()
                .get("/api/spaces/bookings?size=1")
                .json()
                .get("Records")
                .get(0);
        assertThat(row.path("CoworkerId").isMissingNode())
                .as("nobody's booking, one would think")
                .isTrue();
        FullRead read = readAll();
        assertThat(read.source(Source.BOOKINGS).complete()).isFalse();
        assertThat(read.source(Source.BOOKINGS).trouble())
                .hasValueSatisfying(words -> assertThat(words).contains("CoworkerId"));
    }

    @Survives(Trap.DRIFT)
    @Test
    void losesNoRowWhileRowsGo() {
        List<Long> stay = partners.nexudus().bookings().reversed().stream()
                .map(sandbox.nexudus.Nexudus.Held::id)
                .limit(4)
                .toList();
        spring(Trap.DRIFT);
        JsonNode first = nexudusHttp().get("/api/spaces/bookings?page=1").json().get("Records");
        JsonNode second =
                nexudusHttp().get("/api/spaces/bookings?page=2").json().get("Records");
        long gap = second.get(0).get("Id").longValue()
                - first.get(first.size() - 1).get("Id").longValue();
        assertThat(gap).as("turning the page skips a row").isGreaterThan(1);
        FullRead read = readAll();
        assertThat(read.purchases())
                .filteredOn(Booking.class::isInstance)
                .extracting(purchase -> purchase.key().id())
                .containsAll(stay.stream().filter(this::isAtHarbourHouse).toList());
    }

    private boolean isAtHarbourHouse(long booking) {
        return nexudusHttp()
                        .get("/api/spaces/bookings/" + booking)
                        .json()
                        .path("ResourceId")
                        .longValue()
                != partners.nexudus().room("Photo studio");
    }

    @Survives(Trap.TIMES)
    @Test
    void goesByUtcInTheHourThatComesTwice() {
        spring(Trap.TIMES);
        Instant begins = Instant.parse("2027-10-31T00:30:00Z");
        Booking booking = readAll().purchases().stream()
                .filter(Booking.class::isInstance)
                .map(Booking.class::cast)
                .filter(each -> each.from().equals(begins))
                .findFirst()
                .orElseThrow();
        assertThat(Duration.between(booking.from(), booking.to())).isEqualTo(Duration.ofHours(1));
        JsonNode row = nexudusHttp().get("/api/spaces/bookings/" + booking.id()).json();
        assertThat(row.get("ToTimeLocal").stringValue())
                .as("by the local twins it ends when it begins")
                .isEqualTo(row.get("FromTimeLocal").stringValue());
    }

    @Survives(Trap.ONE_REFRESH_TOKEN)
    @Test
    void keepsItsPlaceWhenAnotherProgramSignsInAsTheSameUser() {
        spring(Trap.ONE_REFRESH_TOKEN);
        partners.clock().advance(Duration.ofDays(6));
        assertThat(nexudus.locations(space)).hasSize(2);
        partners.clock().advance(Duration.ofDays(6));
        assertThat(nexudus.locations(space))
                .as("refreshed under a client id of its own")
                .hasSize(2);
    }

    @Fact(
            value = "A1.3",
            says = "Accept and production are two installations: a client of the one is `invalid_client` at the other")
    @Survives(Trap.WRONG_HOST)
    @Test
    void saysThatTwoInstallationsMayBeMixedUp() {
        spring(Trap.WRONG_HOST);
        partners.clock().advance(Duration.ofMinutes(61));
        PartnerFailure failure = failure(() -> salto.groupIds(space));
        assertThat(failure.category()).isEqualTo(Category.MISCONFIGURED);
        assertThat(failure.words()).contains("another Salto installation");
        partner.settings().knowsClient(true);
        assertThat(salto.groupIds(space)).as("the connection was kept").isNotEmpty();
    }

    @Survives(Trap.TWO_WRITERS)
    @Test
    void findsNexudussOwnIntegration() {
        assertThat(nexudus.secondWriter(space).isThere()).isFalse();
        spring(Trap.TWO_WRITERS);
        assertThat(nexudus.secondWriter(space).customers()).isEqualTo(1);
        assertThat(nexudus.secondWriter(space).items()).containsExactly("Meeting Room 4");
    }
}
