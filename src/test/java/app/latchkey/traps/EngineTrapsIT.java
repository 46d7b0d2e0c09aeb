package app.latchkey.traps;

import static app.latchkey.product.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import app.latchkey.Case;
import app.latchkey.Fact;
import app.latchkey.Survives;
import app.latchkey.entitlement.Reason;
import app.latchkey.nexudus.Nexudus;
import app.latchkey.product.RunningProduct;
import app.latchkey.product.WithProduct;
import app.latchkey.sync.CustomerDetail;
import app.latchkey.sync.CustomerDirectory;
import app.latchkey.sync.Harbour;
import app.latchkey.sync.RunRow;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import sandbox.Http;
import sandbox.http.Calls;
import sandbox.http.Fault;
import sandbox.partners.Partners;
import sandbox.salto.Decision;
import sandbox.salto.Salto;
import sandbox.scenario.Trap;
import sandbox.world.PreparedWorld;

/** What a running product makes of each trap: who is in which group afterwards, and which calls were made. */
@WithProduct(own = true)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class EngineTrapsIT {

    private static final String FLEX = "Flex members";
    private static final String ROOM_4 = "Room 4 - 2nd floor";
    private static final String OFFICE_12 = "Office 12";
    private static final String OFFICE_14 = "Off. 14 (3rd floor)";

    private final Harbour harbour;
    private final Partners partners;
    private final Salto salto;

    EngineTrapsIT(RunningProduct product) {
        harbour = new Harbour(product);
        partners = harbour.partners();
        salto = partners.salto();
    }

    @BeforeAll
    void begin() {
        harbour.begin();
        harbour.fullRun();
    }

    @BeforeEach
    void listen() {
        partners.resetJournal();
    }

    @AfterEach
    void asBefore() {
        partners.nexudus().settings().deliveries(1);
        salto.online(PreparedWorld.HARBOUR_HOUSE, true);
    }

    private Calls membershipWrites() {
        return salto.calls().writes().to("/access_groups/.*/users");
    }

    private CustomerDetail detail(String email) {
        return harbour.bean(CustomerDirectory.class)
                .detail(harbour.space(), harbour.customer(email))
                .orElseThrow();
    }

    /** Runs until nothing changes any more, which is what a trap that was walked into prevents. */
    private void settled() {
        harbour.fullRun();
        RunRow last = harbour.fullRun();
        assertThat(last.changedSomething()).isFalse();
    }

    @Survives({Trap.PIN_ROTATES, Trap.OTHER_PIN})
    @Order(1)
    @Test
    void neverAsksForAPinByItself() {
        Trap.PIN_ROTATES.start(partners);
        Trap.OTHER_PIN.start(partners);
        settled();
        assertThat(salto.pin(PreparedWorld.HARBOUR_HOUSE, PreparedWorld.MARTA)).isEqualTo("246810");
        assertThat(salto.calls().to("/pin").count()).isZero();
        assertThat(partners.nexudus().calls().writes().count()).isZero();
    }

    @Fact(
            value = "A9.1",
            says = "Opening from afar asks neither for groups nor for schedules, so that it is never used")
    @Survives(Trap.REMOTE_OPENING)
    @Order(1)
    @Test
    void neverOpensADoorFromAfar() {
        Trap.REMOTE_OPENING.start(partners);
        String key = salto.activateRemoteOpening(PreparedWorld.HARBOUR_HOUSE, PreparedWorld.ANA);
        Http.Answer opened = Http.at(partners.saltoApiUrl())
                .bearer(token())
                .method("PATCH", locking(), "{\"otp\":\"%s\"}".formatted(salto.oneTimeCode(key)));
        assertThat(opened.status()).as("Ana is in no group of this door").isEqualTo(200);
        partners.resetJournal();
        settled();
        assertThat(salto.calls().to("/locking").count()).isZero();
    }

    private String locking() {
        return "/v1.2/sites/%s/locks/%s/locking"
                .formatted(
                        salto.site(PreparedWorld.HARBOUR_HOUSE),
                        salto.locks(PreparedWorld.HARBOUR_HOUSE).getFirst().id());
    }

    private String token() {
        return harbour.bean(app.latchkey.connection.AccessTokens.class)
                .current(harbour.space(), app.latchkey.connection.Partner.SALTO)
                .reveal();
    }

    @Survives(Trap.NOT_ACCEPTED)
    @Case(45)
    @Order(2)
    @Test
    void saysThatAnInvitationIsStillOpenAlthoughTheGroupIsRight() {
        Trap.NOT_ACCEPTED.start(partners);
        settled();
        assertThat(harbour.isIn(PreparedWorld.MARTA, FLEX)).isTrue();
        String lock = salto.locksOf(harbour.group(FLEX).toString()).getFirst().id();
        assertThat(salto.canOpen(PreparedWorld.MARTA, lock)).isEqualTo(Decision.NO_CREDENTIAL);
        assertThat(detail(PreparedWorld.MARTA).ways().hasApp()).isFalse();
        salto.completeProfile(PreparedWorld.MARTA);
        settled();
        assertThat(detail(PreparedWorld.MARTA).ways().hasApp()).isTrue();
    }

    @Survives(Trap.SHARED_ADDRESS)
    @Order(3)
    @Test
    void givesNobodyTheDoorsOfTwoCustomersWithOneAddress() {
        Trap.SHARED_ADDRESS.start(partners);
        settled();
        assertThat(harbour.isIn(PreparedWorld.SHARED, FLEX)).isFalse();
        assertThat(detail(PreparedWorld.SHARED).link()).contains(new Reason.TwoCustomersOneEmail());
    }

    @Survives(Trap.ADDRESS_CHANGED)
    @Order(4)
    @Test
    void knowsSomebodyByHisNumberWhenHisAddressChanges() {
        int users = salto.users(PreparedWorld.HARBOUR_HOUSE).size();
        Trap.ADDRESS_CHANGED.start(partners);
        settled();
        assertThat(harbour.isIn(PreparedWorld.ELIF, OFFICE_14)).isTrue();
        assertThat(salto.users(PreparedWorld.HARBOUR_HOUSE))
                .as("no second user, no second seat")
                .hasSize(users);
        assertThat(membershipWrites().count()).isZero();
        partners.nexudus().changeEmail(partners.nexudus().customer("elif@elsewhere.example"), PreparedWorld.ELIF);
    }

    @Survives({Trap.BY_HAND, Trap.SEVERAL_SITES})
    @Order(5)
    @Test
    void leavesAloneWhatItDidNotDoAndDeletesNobody() {
        Trap.BY_HAND.start(partners);
        Trap.SEVERAL_SITES.start(partners);
        settled();
        assertThat(harbour.isIn(PreparedWorld.DULCE, FLEX)).isTrue();
        assertThat(salto.user(PreparedWorld.HARBOUR_NORTH, PreparedWorld.MARTA)).isPresent();
        assertThat(salto.calls()
                        .method("DELETE")
                        .to("/users/[^/]+$")
                        .to("/sites/[^/]+/users")
                        .count())
                .isZero();
    }

    @Survives(Trap.LOOSE_HOOKS)
    @Order(6)
    @Test
    void writesNothingForHooksThatComeThriceAndForNothing() {
        Trap.LOOSE_HOOKS.start(partners);
        eventually("hooks delivered", () -> partners.nexudus().isQuiet());
        settled();
        assertThat(partners.nexudus().deliveries()).hasSizeGreaterThanOrEqualTo(3);
        assertThat(membershipWrites().count()).isZero();
    }

    @Survives(Trap.USED_DAY_PASS)
    @Order(7)
    @Test
    void keepsTheDoorOpenAfterTheCheckInOfADayPass() {
        Trap.USED_DAY_PASS.start(partners);
        settled();
        assertThat(harbour.isIn(PreparedWorld.MARTA, FLEX)).isTrue();
        assertThat(membershipWrites().count()).isZero();
    }

    @Survives(Trap.MOVED_BOOKING)
    @Order(8)
    @Test
    void takesTheOldRoomAwayWhenABookingMoves() {
        Trap.MOVED_BOOKING.start(partners);
        settled();
        assertThat(harbour.isIn(PreparedWorld.AISHA, ROOM_4)).isFalse();
    }

    @Fact(
            value = "B4.27",
            says =
                    "A repeated booking is one record for each time, with one `RepeatSeriesUniqueId`; an edit of the series changes them all, and each is read by itself")
    @Survives(Trap.MOVED_BOOKING)
    @Order(8)
    @Test
    void takesTheOldRoomAwayFromAWholeSeries() {
        sandbox.nexudus.Nexudus nexudus = partners.nexudus();
        Instant now = partners.clock().instant();
        List<Long> series = nexudus.bookSeries(
                nexudus.customer(PreparedWorld.AISHA),
                nexudus.room("Meeting Room 4"),
                now,
                now.plus(Duration.ofHours(1)),
                Duration.ofHours(3),
                3);
        eventually("Aisha in", () -> harbour.isIn(PreparedWorld.AISHA, ROOM_4));
        nexudus.moveSeries(series.getLast(), nexudus.room("Meeting Room 1"));
        eventually("Aisha out", () -> !harbour.isIn(PreparedWorld.AISHA, ROOM_4));
        for (int later = 1; later < series.size(); later++) {
            partners.clock().advance(Duration.ofHours(3));
            settled();
            assertThat(harbour.isIn(PreparedWorld.AISHA, ROOM_4))
                    .as("time " + later)
                    .isFalse();
        }
    }

    @Survives(Trap.PLAN_CHANGE)
    @Order(9)
    @Test
    void opensTheNewOfficeBeforeItClosesTheOld() {
        Trap.PLAN_CHANGE.start(partners);
        eventually(
                "Bengt moved",
                () -> harbour.isIn(PreparedWorld.BENGT, OFFICE_14) && !harbour.isIn(PreparedWorld.BENGT, OFFICE_12));
        Calls writes = membershipWrites();
        long granted = writes.method("POST").all().getFirst().sequence();
        long removed = writes.method("DELETE").all().getFirst().sequence();
        assertThat(granted).isLessThan(removed);
    }

    @Survives(Trap.CANCELLED_AHEAD)
    @Order(10)
    @Test
    void keepsACancelledContractUntilItsDate() {
        Trap.CANCELLED_AHEAD.start(partners);
        settled();
        assertThat(harbour.isIn(PreparedWorld.ELIF, OFFICE_14)).isTrue();
        assertThat(membershipWrites().method("DELETE").count()).isZero();
    }

    @Survives(Trap.TWO_ITEMS)
    @Order(11)
    @Test
    void keepsAGroupThatSomethingElseStillEarns() {
        Trap.TWO_ITEMS.start(partners);
        settled();
        sandbox.nexudus.Nexudus nexudus = partners.nexudus();
        nexudus.buyPass(nexudus.customer(PreparedWorld.MARTA), nexudus.pass("Flex pass"));
        settled();
        nexudus.refundPass(nexudus.boughtPasses().getLast().id());
        settled();
        assertThat(harbour.isIn(PreparedWorld.MARTA, FLEX)).isTrue();
        assertThat(membershipWrites().method("DELETE").count()).isZero();
    }

    @Survives(Trap.TWO_WRITERS)
    @Order(12)
    @Test
    void warnsOfTheOtherWriterAndDoesNotFight() {
        Trap.TWO_WRITERS.start(partners);
        assertThat(harbour.bean(Nexudus.class).secondWriter(harbour.space()).isThere())
                .isTrue();
        settled();
        assertThat(membershipWrites().count()).isZero();
    }

    @Fact(
            value = "A3.10",
            sure = Fact.Sure.UNKNOWN,
            says =
                    "Whether Salto knows a request that comes twice (idempotency keys, `ETag`s were seen nowhere): none is sent, and what may have worked is looked for before it is asked for again")
    @Order(13)
    @Test
    void writesOnceAlthoughNoAnswerCame() {
        String users = "/access_groups/" + harbour.group(FLEX) + "/users";
        salto.fail("POST .*" + users, Fault.lostAnswer());
        partners.nexudus()
                .buyPass(
                        partners.nexudus().customer(PreparedWorld.AISHA),
                        partners.nexudus().pass("Flex pass"));
        eventually("Aisha in", () -> harbour.isIn(PreparedWorld.AISHA, FLEX));
        settled();
        assertThat(salto.calls().method("POST").to(users).count()).isEqualTo(1);
        assertThat(harbour.isIn(PreparedWorld.AISHA, FLEX)).isTrue();
    }
}
