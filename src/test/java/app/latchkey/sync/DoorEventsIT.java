package app.latchkey.sync;

import static app.latchkey.product.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import app.latchkey.Fact;
import app.latchkey.operator.ChangeSettings;
import app.latchkey.product.RunningProduct;
import app.latchkey.product.WithProduct;
import app.latchkey.shared.CustomerId;
import app.latchkey.shared.LockId;
import app.latchkey.space.TestDatabase;
import app.latchkey.space.Wish;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import sandbox.http.Fault;
import sandbox.http.Fields;
import sandbox.nexudus.Nexudus;
import sandbox.partners.Partners;
import sandbox.world.PreparedWorld;

/** What happens at the doors is read, kept once, and held against who was in which group then. */
@WithProduct(own = true)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DoorEventsIT {

    private static final String LUCA = "luca.ferraro@bottega.example";
    private static final String HUGO = "hugo.martins@pixelpao.example";
    private static final String SAMUEL = "samuel.oconnor@greenwharf.example";
    private static final String ZOFIA = "zofia.dabrowska@ziarno.example";
    private static final int MOST = 300;

    private final RunningProduct product;
    private final Harbour harbour;
    private final Partners partners;
    private final DoorLog log;
    private final TestDatabase database;
    private int known;

    DoorEventsIT(RunningProduct product) {
        this.product = product;
        harbour = new Harbour(product);
        partners = product.partners();
        log = product.bean(DoorLog.class);
        database = product.database();
    }

    @BeforeAll
    void begin() {
        harbour.begin();
        harbour.fullRun();
        pass(Duration.ofMinutes(10));
    }

    @Test
    void explainsAMemberWhoOpens() {
        tries(PreparedWorld.MARTA, "Open space");
        assertThat(read("Open space")).extracting(DoorLog.Event::what).contains(DoorLog.What.OPENED);
        assertThat(log.of(harbour.space(), harbour.customer(PreparedWorld.MARTA), MOST))
                .extracting(DoorLog.Event::door)
                .contains("Open space");
    }

    @Test
    void namesWhoeverOpensWithoutAGroup() {
        String quay = partners.salto().group(site(), "Desks Quay side");
        partners.salto().addByHand(PreparedWorld.BENGT, quay);
        pass(Duration.ofMinutes(3));
        tries(PreparedWorld.BENGT, "Desk area Quay side");
        partners.salto().removeByHand(PreparedWorld.BENGT, quay);
        assertThat(read("Desk area Quay side"))
                .extracting(DoorLog.Event::what)
                .containsExactly(DoorLog.What.OPENED_WITHOUT_REASON);
        assertThat(log.strange(harbour.space(), Instant.EPOCH, MOST))
                .extracting(DoorLog.Event::door)
                .contains("Desk area Quay side");
        assertThat(log.countStrange(harbour.space(), Instant.EPOCH))
                .isEqualTo(log.strange(harbour.space(), Instant.EPOCH, MOST).size());
    }

    /** Salto knows nothing of it until the lock is back, and its time then is long before all that was read. */
    @Test
    void namesWhoeverWasLetInByALockThatHadNotHeardYet() {
        String room = partners.salto().group(site(), "Room 2");
        partners.salto().addByHand(PreparedWorld.BENGT, room);
        pass(Duration.ofMinutes(3));
        partners.salto().online(PreparedWorld.HARBOUR_HOUSE, false);
        partners.salto().removeByHand(PreparedWorld.BENGT, room);
        pass(Duration.ofMinutes(30));
        tries(PreparedWorld.BENGT, "Room 2");
        for (int hour = 0; hour < 3; hour++) {
            pass(Duration.ofHours(1));
            harbour.awaitNoted();
        }
        assertThat(log.atDoor(harbour.space(), LockId.of(lock("Room 2")), MOST)).hasSize(known);
        partners.salto().online(PreparedWorld.HARBOUR_HOUSE, true);
        pass(Duration.ofDays(1));
        assertThat(read("Room 2")).extracting(DoorLog.Event::what).contains(DoorLog.What.OPENED_WITHOUT_REASON);
    }

    /** Dulce cleans: she is in the house's own group, of which this space knows nothing. */
    @Test
    void accusesNobodyWhomAGroupOutsideTheSpaceLetsIn() {
        tries(PreparedWorld.DULCE, "Podcast booth");
        assertThat(read("Podcast booth")).extracting(DoorLog.Event::what).containsExactly(DoorLog.What.OPENED);
    }

    @Test
    void accusesNobodyWhomAnotherHandPutIn() {
        tries(PreparedWorld.BENGT, "Office 12");
        assertThat(read("Office 12")).extracting(DoorLog.Event::what).containsExactly(DoorLog.What.OPENED);
    }

    @Fact(
            value = "A6.20",
            says = "A user may be `blocked`: he keeps his seat and his groups, and every door refuses him")
    @Test
    void namesWhoIsRefusedAlthoughInAGroup() {
        partners.salto().block(PreparedWorld.HARBOUR_HOUSE, PreparedWorld.MARTA, true);
        tries(PreparedWorld.MARTA, "Open space");
        partners.salto().block(PreparedWorld.HARBOUR_HOUSE, PreparedWorld.MARTA, false);
        assertThat(read("Open space")).extracting(DoorLog.Event::what).contains(DoorLog.What.REFUSED_WITH_REASON);
    }

    @Fact(
            value = "A7.10",
            says =
                    "A new time schedule took some three and a half minutes to reach the lock: whoever is refused in the first four is refused for no other reason")
    @Test
    void waitsWithANewScheduleUntilItsLockCanKnowIt() {
        String flex = partners.salto().group(site(), "Flex members");
        partners.salto().removeSchedules(flex);
        harbour.fullRun();
        partners.salto().settings().scheduleDelay(Duration.ofSeconds(210));
        partners.salto().addSchedule(flex);
        harbour.fullRun();
        pass(Duration.ofMinutes(3));
        tries(PreparedWorld.MARTA, "Open space");
        assertThat(read("Open space").getFirst().what()).isEqualTo(DoorLog.What.REFUSED);
        tries(PreparedWorld.MARTA, "Open space");
        assertThat(read("Open space").getFirst().what()).isEqualTo(DoorLog.What.OPENED);
        partners.salto().settings().scheduleDelay(Duration.ZERO);
    }

    @Test
    void explainsARefusalOfAStranger() {
        tries(PreparedWorld.MARTA, "Office 14");
        assertThat(read("Office 14")).extracting(DoorLog.Event::what).containsOnly(DoorLog.What.REFUSED);
    }

    @Test
    void listsWhoComesInByADayPassThatNobodyChecksIn() {
        CheckIns checkIns = harbour.bean(CheckIns.class);
        CustomerId tomasz = harbour.customer(PreparedWorld.TOMASZ);
        partners.nexudus().buyPass(tomasz.value(), partners.nexudus().pass("Flex pass"));
        eventually("Tomasz in", () -> harbour.isIn(PreparedWorld.TOMASZ, "Flex members"));
        partners.salto().completeProfile(PreparedWorld.TOMASZ);
        for (int day = 0; day < 2; day++) {
            pass(Duration.between(now(), tomorrowAtTen()));
            tries(PreparedWorld.TOMASZ, "Open space");
            read("Open space");
        }
        assertThat(checkIns.withoutCheckIn(harbour.space(), Instant.EPOCH))
                .filteredOn(one -> one.customer().equals(tomasz))
                .singleElement()
                .satisfies(one -> assertThat(one.days()).isEqualTo(2))
                .satisfies(one -> assertThat(one.pass()).isEqualTo("Flex pass"));
        assertThat(checkIns.withoutCheckIn(harbour.space(), now())).isEmpty();
        assertThat(checkIns.withoutCheckIn(harbour.space(), Instant.EPOCH))
                .as("his contract lets Bengt in")
                .noneMatch(one -> one.customer().equals(harbour.customer(PreparedWorld.BENGT)));

        assertThat(partners.nexudus().checkIn(tomasz.value())).isPresent();
        eventually(
                "no longer",
                () -> checkIns.withoutCheckIn(harbour.space(), Instant.EPOCH).stream()
                        .noneMatch(one -> one.customer().equals(tomasz)));
    }

    @Test
    void checksPeopleInOnceADayWhereTheSpaceAsksForIt() {
        CheckIns checkIns = harbour.bean(CheckIns.class);
        // Nobody is checked in for a day that has ended by the time that Salto tells of it.
        pass(Duration.between(now(), tomorrowAtTen()));
        comesInByAPass(PreparedWorld.AISHA);
        looksForWhoCameIn();
        assertThat(outcome(PreparedWorld.AISHA)).as("off").isEmpty();
        assertThat(checkInsAsked(PreparedWorld.AISHA)).isZero();

        wantsCheckIns(true);
        partners.nexudus().fail("POST /api/spaces/checkins", Fault.lostAnswer().always());
        looksForWhoCameIn();
        eventually(
                "asked",
                () -> outcome(PreparedWorld.AISHA).equals(Optional.of(CheckIns.Outcome.ASKED))
                        && checkInsAsked(PreparedWorld.AISHA) == 1);
        partners.nexudus().clearFaults();
        comesInByAPass(LUCA);
        looksForWhoCameIn();
        eventually("checked in", () -> outcome(LUCA).equals(Optional.of(CheckIns.Outcome.DONE)));
        looksForWhoCameIn();
        assertThat(checkInsAsked(PreparedWorld.AISHA))
                .as("nobody twice, whatever came of it")
                .isEqualTo(1);
        assertThat(checkInsAsked(LUCA)).isEqualTo(1);
        eventually(
                "the pass is used",
                () -> checkIns.withoutCheckIn(harbour.space(), Instant.EPOCH).stream()
                        .noneMatch(one -> one.customer().equals(harbour.customer(LUCA))));
        wantsCheckIns(false);
    }

    @Test
    void checksNobodyInWhomSomebodyElseMayHaveCheckedInMeanwhile() {
        pass(Duration.between(now(), tomorrowAtTen()));
        comesInByAPass(HUGO);
        partners.nexudus().loseWebhooks(true);
        assertThat(partners.nexudus().checkIn(harbour.customer(HUGO).value())).isPresent();
        partners.nexudus()
                .fail(
                        "GET /api/spaces/checkins.*Coworker=" + harbour.customer(HUGO),
                        Fault.status(503).always());
        wantsCheckIns(true);
        looksForWhoCameIn();
        eventually("looked for", () -> checkInsLookedFor(HUGO) > 0);
        eventually("nothing remembered", () -> outcome(HUGO).isEmpty());

        partners.nexudus().clearFaults();
        eventually("seen in Nexudus", () -> {
            pass(Duration.ofSeconds(10));
            looksForWhoCameIn();
            return outcome(HUGO).equals(Optional.of(CheckIns.Outcome.ALREADY));
        });
        assertThat(checkInsAsked(HUGO)).isZero();
        partners.nexudus().loseWebhooks(false);
        wantsCheckIns(false);
    }

    @Test
    void checksInOnEveryDayOnWhichAPassOfSeveralDaysIsUsed() {
        pass(Duration.between(now(), tomorrowAtTen()));
        Nexudus nexudus = partners.nexudus();
        nexudus.settings().usedAtFirstUse(true);
        long samuel = harbour.customer(SAMUEL).value();
        nexudus.buyPassForDays(samuel, nexudus.pass("Flex pass"), 3);
        wantsCheckIns(true);
        comesIn(SAMUEL);
        looksForWhoCameIn();
        eventually("checked in", () -> outcome(SAMUEL).equals(Optional.of(CheckIns.Outcome.DONE)));
        nexudus.checkOut(samuel);

        pass(Duration.between(now(), tomorrowAtTen()));
        harbour.awaitNoted();
        comesIn(SAMUEL);
        looksForWhoCameIn();
        eventually("checked in again", () -> checkInsAsked(SAMUEL) == 2);
        nexudus.checkOut(samuel);
        harbour.awaitNoted();
        comesIn(SAMUEL);
        looksForWhoCameIn();
        harbour.awaitNoted();
        assertThat(checkInsAsked(SAMUEL)).as("once a day").isEqualTo(2);
        wantsCheckIns(false);

        pass(Duration.between(now(), tomorrowAtTen()));
        comesIn(SAMUEL);
        assertThat(withoutCheckIn(SAMUEL))
                .get()
                .satisfies(one -> assertThat(one.days())
                        .as("those on which he was checked in do not count")
                        .isEqualTo(1));
        pass(Duration.ofDays(3));
        harbour.fullRun();
        assertThat(withoutCheckIn(SAMUEL))
                .as("Nexudus keeps the date of the first use: nobody can say of so long ago")
                .isEmpty();
        nexudus.settings().usedAtFirstUse(false);
    }

    private Optional<CheckIns.CameIn> withoutCheckIn(String email) {
        return harbour.bean(CheckIns.class).withoutCheckIn(harbour.space(), Instant.EPOCH).stream()
                .filter(one -> one.customer().equals(harbour.customer(email)))
                .findFirst();
    }

    @Fact(
            value = "B4.16",
            says =
                    "A check-in without a pass sells one, and charges for it, where a pass is set up for those who pay as they go; nobody is checked in whose pass is gone")
    @Test
    void sellsNobodyAPassWhoHasNoneAnyMore() {
        pass(Duration.between(now(), tomorrowAtTen()));
        Nexudus nexudus = partners.nexudus();
        nexudus.edit("TimePass", nexudus.pass("Day pass"), Fields.of("UseAsPayAsYouGoForContacts", true));
        long bought = nexudus.buyPass(harbour.customer(ZOFIA).value(), nexudus.pass("Flex pass"));
        comesIn(ZOFIA);
        nexudus.loseWebhooks(true);
        nexudus.refundPass(bought);
        wantsCheckIns(true);
        looksForWhoCameIn();
        eventually("looked for", () -> checkInsLookedFor(ZOFIA) > 0);
        eventually(
                "what is gone is known",
                () -> harbour.bean(CheckIns.class).withoutCheckIn(harbour.space(), Instant.EPOCH).stream()
                        .noneMatch(one -> one.customer().equals(harbour.customer(ZOFIA))));
        assertThat(checkInsAsked(ZOFIA)).isZero();
        assertThat(nexudus.boughtPasses())
                .noneMatch(pass -> nexudus.field("CoworkerTimePass", pass.id(), "IsPayAsYouGo")
                        .equals("true"));
        nexudus.loseWebhooks(false);
        wantsCheckIns(false);
    }

    private void comesInByAPass(String email) {
        partners.nexudus()
                .buyPass(harbour.customer(email).value(), partners.nexudus().pass("Flex pass"));
        comesIn(email);
    }

    private void comesIn(String email) {
        eventually(email + " in", () -> harbour.isIn(email, "Flex members"));
        partners.salto().completeProfile(email);
        tries(email, "Open space");
        read("Open space");
    }

    private void wantsCheckIns(boolean wanted) {
        harbour.asOperator(
                ChangeSettings.class,
                settings -> settings.wish(harbour.space(), "ana@example.com", Wish.CHECK_IN_AT_DOOR, wanted));
    }

    private void looksForWhoCameIn() {
        product.context().publishEvent(new Ticked(now()));
    }

    private Optional<CheckIns.Outcome> outcome(String email) {
        return harbour.bean(CheckIns.class).byUs(harbour.space(), Instant.EPOCH).stream()
                .filter(one -> one.customer().equals(harbour.customer(email)))
                .map(CheckIns.ByUs::outcome)
                .findFirst();
    }

    private int checkInsLookedFor(String email) {
        return partners.calls()
                .method("GET")
                .to("/api/spaces/checkins")
                .where(call -> call.query().contains("Coworker=" + harbour.customer(email)))
                .count();
    }

    private int checkInsAsked(String email) {
        String id = harbour.customer(email).toString();
        return partners.calls()
                .method("POST")
                .to("/api/spaces/checkins")
                .where(call -> call.body().contains("\"CoworkerId\":" + id + ","))
                .count();
    }

    private Instant now() {
        return partners.clock().instant();
    }

    private Instant tomorrowAtTen() {
        return now().atZone(ZoneId.of("Europe/Lisbon"))
                .toLocalDate()
                .plusDays(1)
                .atTime(10, 0)
                .atZone(ZoneId.of("Europe/Lisbon"))
                .toInstant();
    }

    private void tries(String email, String door) {
        known = log.atDoor(harbour.space(), LockId.of(lock(door)), MOST).size();
        partners.salto().tryDoor(email, lock(door));
    }

    /** What is known of the door once Salto's groups and its events have been read after it. */
    private List<DoorLog.Event> read(String door) {
        LockId lock = LockId.of(lock(door));
        pass(Duration.ofMinutes(15));
        eventually("everything judged", () -> {
            pass(Duration.ofSeconds(10));
            return log.atDoor(harbour.space(), lock, MOST).size() > known && unjudged() == 0;
        });
        return log.atDoor(harbour.space(), lock, MOST);
    }

    private int unjudged() {
        return database.scopes()
                .inSpace(
                        harbour.space(),
                        () -> database.jdbc()
                                .sql("select count(*) from door_event where finding is null")
                                .query(Integer.class)
                                .single());
    }

    private void pass(Duration time) {
        partners.clock().advance(time);
    }

    private String site() {
        return partners.salto().site(PreparedWorld.HARBOUR_HOUSE);
    }

    private String lock(String name) {
        return partners.salto().locks(PreparedWorld.HARBOUR_HOUSE).stream()
                .filter(lock -> lock.name().equals(name))
                .findFirst()
                .orElseThrow()
                .id();
    }
}
