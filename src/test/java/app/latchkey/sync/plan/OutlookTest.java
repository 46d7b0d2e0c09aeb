package app.latchkey.sync.plan;

import static app.latchkey.entitlement.Shop.*;
import static org.assertj.core.api.Assertions.assertThat;

import app.latchkey.entitlement.AllReasons;
import app.latchkey.entitlement.Booking;
import app.latchkey.entitlement.Contract;
import app.latchkey.entitlement.DoorState;
import app.latchkey.entitlement.Explanation;
import app.latchkey.entitlement.Matches;
import app.latchkey.entitlement.NamedItem;
import app.latchkey.entitlement.Pass;
import app.latchkey.entitlement.PassKind;
import app.latchkey.entitlement.PassUse;
import app.latchkey.entitlement.Purchase;
import app.latchkey.entitlement.Reason;
import app.latchkey.entitlement.WeeklyHours;
import app.latchkey.shared.Window;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Since when and until when a verdict holds. */
class OutlookTest {

    private static final int WORLDS = Math.max(150, RandomWorlds.number(200));
    private static final Instant NOON = Instant.parse("2026-01-08T12:00:00Z");
    private static final Duration LOOK = Duration.ofDays(2);
    private static final List<NamedItem> ITEMS = List.of(ROOM_4, OFFICE_12, FLEX);
    private static final Matches SOME = new Matches(
            1, Map.of(ROOM_4.id(), Set.of(STREET), OFFICE_12.id(), Set.of(STREET), FLEX.id(), Set.of(STREET)));
    private static final WeeklyHours DAYS = new WeeklyHours(
            List.of(
                    new WeeklyHours.Span(
                            EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), LocalTime.of(8, 0), LocalTime.of(20, 0)),
                    new WeeklyHours.Span(EnumSet.of(DayOfWeek.SATURDAY), LocalTime.of(22, 0), LocalTime.of(2, 0))),
            LONDON.zone());

    private static final WeeklyHours EVENINGS = new WeeklyHours(
            List.of(new WeeklyHours.Span(EnumSet.allOf(DayOfWeek.class), LocalTime.of(17, 30), LocalTime.of(23, 0))),
            LONDON.zone());

    private final Scene scene = Scene.at("2026-01-08T14:30:00Z").linked(ANA, 1);

    private Question question() {
        return Question.about(scene.input(), scene.input().people(), STREET, scene.purchases(), LONDON);
    }

    private Explanation explain() {
        return Explainer.explain(question());
    }

    @Test
    void openSinceItWasPutInAndUntilTheBookingsDoorsClose() {
        scene.buys(booking(2, ANA, ROOM_4, "2026-01-08T14:00:00Z", "2026-01-08T15:00:00Z"))
                .run();
        Instant in = at("2026-01-08T13:45:02Z");
        assertThat(Explainer.explain(question().inSince(in)).since()).contains(in);
        assertThat(explain().until()).contains(at("2026-01-08T15:15:00Z"));
    }

    @Test
    void openWithoutEndUntilNothing() {
        scene.buys(contract(1, ANA, OFFICE_12, "2026-01-01T00:00:00Z")).run();
        assertThat(explain().verdict()).isEqualTo(DoorState.OPEN);
        assertThat(explain().until()).isEmpty();
    }

    @Test
    void nextUntilTheDoorsOpen() {
        scene.buys(booking(2, ANA, ROOM_4, "2026-01-08T16:00:00Z", "2026-01-08T17:00:00Z"));
        assertThat(explain().verdict()).isEqualTo(DoorState.NEXT);
        assertThat(explain().until()).contains(at("2026-01-08T15:45:00Z"));
    }

    @Test
    void closedSinceTheBookingsDoorsClosed() {
        scene.buys(booking(2, ANA, ROOM_4, "2026-01-08T12:00:00Z", "2026-01-08T13:00:00Z"));
        assertThat(explain().verdict()).isEqualTo(DoorState.CLOSED);
        assertThat(explain().since()).contains(at("2026-01-08T13:15:00Z"));
        assertThat(explain().until()).isEmpty();
    }

    @Test
    void closedByAPauseUntilItEnds() {
        scene.buys(paused(
                contract(1, ANA, OFFICE_12, "2026-01-01T00:00:00Z"),
                between("2026-01-05T00:00:00Z", "2026-02-01T00:00:00Z")));
        assertThat(explain().since()).contains(at("2026-01-05T00:00:00Z"));
        assertThat(explain().until()).contains(at("2026-02-01T00:00:00Z"));
    }

    @Test
    void heldUntilTheFreezeLapses() {
        scene.buys(contract(1, ANA, OFFICE_12, "2026-01-01T00:00:00Z")).conduct(Conduct.FROZEN);
        Instant lapse = at("2026-01-08T18:00:00Z");
        Explanation held = Explainer.explain(question().frozenUntil(lapse, Conduct.FULL));
        assertThat(held.verdict()).isEqualTo(DoorState.WITHHELD);
        assertThat(held.reason()).isEqualTo(new Reason.SpaceFrozen(lapse));
        assertThat(held.until()).contains(lapse);
        assertThat(Explainer.explain(question().frozenUntil(lapse, Conduct.WATCHING))
                        .until())
                .isEmpty();
    }

    @Test
    void openInTheDoorsHoursOnly() {
        scene.buys(contract(1, ANA, OFFICE_12, "2026-01-01T00:00:00Z")).run();
        Question asked = question().during(DAYS).inSince(at("2026-01-01T00:00:03Z"));
        assertThat(Explainer.explain(asked).since()).contains(at("2026-01-08T08:00:00Z"));
        assertThat(Explainer.explain(asked).until()).contains(at("2026-01-08T20:00:00Z"));
    }

    @Test
    void nextUntilTheDoorsHoursComeAgain() {
        scene.buys(contract(1, ANA, OFFICE_12, "2026-01-01T00:00:00Z")).run();
        Explanation evening = Explainer.explain(question().during(EVENINGS));
        assertThat(evening.verdict()).isEqualTo(DoorState.NEXT);
        assertThat(evening.reason()).isEqualTo(new Reason.OutsideHours(EVENINGS, at("2026-01-08T17:30:00Z")));
        assertThat(evening.until()).contains(at("2026-01-08T17:30:00Z"));
    }

    @Test
    void closedWhereWhatIsBookedLiesOutsideTheDoorsHours() {
        scene.buys(booking(2, ANA, ROOM_4, "2026-01-08T14:00:00Z", "2026-01-08T15:00:00Z"))
                .run();
        Explanation evening = Explainer.explain(question().during(EVENINGS));
        assertThat(evening.verdict()).isEqualTo(DoorState.CLOSED);
        assertThat(evening.reason()).isEqualTo(new Reason.OutsideHours(EVENINGS, null));
        assertThat(evening.until()).isEmpty();
    }

    @Test
    void claimsNothingOfWhatARunOrSomebodyHasToDo() {
        scene.buys(booking(2, ANA, ROOM_4, "2026-01-08T14:00:00Z", "2026-01-08T15:00:00Z"));
        assertThat(explain().verdict()).isEqualTo(DoorState.ON_ITS_WAY);
        assertThat(explain().until()).isEmpty();
        scene.suspend(ANA);
        assertThat(explain().since()).isEmpty();
        assertThat(explain().until()).isEmpty();
    }

    /** Held against the same question asked minute by minute, which knows of no boundary. */
    @Test
    void holdsExactlyFromSinceUntilUntil() {
        Map<DoorState, Integer> ended = new EnumMap<>(DoorState.class);
        Map<DoorState, Integer> begun = new EnumMap<>(DoorState.class);
        for (int seed = 0; seed < WORLDS; seed++) {
            Question question = world(new Random(seed));
            Explanation now = Explainer.explain(question);
            if (now.verdict() != DoorState.ON_ITS_WAY) {
                Optional<Instant> found = changesAfter(question, now.verdict());
                assertThat(now.until().filter(NOON.plus(LOOK)::isAfter))
                        .as("seed %d, %s", seed, now)
                        .isEqualTo(found);
                found.ifPresent(_ -> ended.merge(now.verdict(), 1, Integer::sum));
            }
            if (now.since().isPresent()) {
                holdsSince(question, now, now.since().get(), seed);
                begun.merge(now.verdict(), 1, Integer::sum);
            }
        }
        assertThat(ended).containsKeys(DoorState.OPEN, DoorState.NEXT, DoorState.WITHHELD);
        assertThat(begun).containsKeys(DoorState.OPEN, DoorState.CLOSED, DoorState.WITHHELD);
    }

    private static Optional<Instant> changesAfter(Question question, DoorState verdict) {
        Instant last = NOON.plus(LOOK);
        for (Instant at = NOON.plusSeconds(60); at.isBefore(last); at = at.plusSeconds(60)) {
            if (verdictAt(question, at) != verdict) {
                assertThat(verdictAt(question, at.minusNanos(1))).isEqualTo(verdict);
                return Optional.of(at);
            }
        }
        return Optional.empty();
    }

    private static void holdsSince(Question question, Explanation now, Instant since, int seed) {
        assertThat(since).isBeforeOrEqualTo(NOON);
        for (Instant at = since; at.isBefore(NOON); at = at.plusSeconds(60)) {
            assertThat(verdictAt(question, at))
                    .as("seed %d at %s of %s", seed, at, now)
                    .isEqualTo(now.verdict());
        }
        if (!noted(question, now.reason()).equals(Optional.of(since))) {
            assertThat(verdictAt(question, since.minusNanos(1)))
                    .as("seed %d before %s of %s", seed, since, now)
                    .isNotEqualTo(now.verdict());
        }
    }

    private static Optional<Instant> noted(Question question, Reason reason) {
        return reason instanceof Reason.TakenOutByHand taken
                ? Optional.ofNullable(taken.at())
                : Optional.ofNullable(question.besides().inSince());
    }

    private static DoorState verdictAt(Question question, Instant instant) {
        return Explainer.at(question.at(instant)).verdict();
    }

    private static Question world(Random random) {
        Scene scene = Scene.at(NOON.toString()).matches(SOME).linked(ANA, 1);
        for (long id = 1L + random.nextInt(3); id <= 3; id++) {
            scene.buys(purchase(id, random));
        }
        if (random.nextInt(3) > 0) {
            scene.run();
        }
        if (random.nextInt(10) == 0) {
            scene.suspend(ANA);
        }
        if (random.nextInt(10) == 0) {
            scene.byHand(1, STREET);
        }
        scene.conduct(Conduct.values()[random.nextInt(3) > 0 ? 0 : random.nextInt(5)]);
        Question question = Question.about(scene.input(), scene.input().people(), STREET, scene.purchases(), LONDON)
                .inSince(NOON.minusSeconds(60L * random.nextInt(500)))
                .frozenUntil(
                        NOON.plusSeconds(60L * (1 + random.nextInt(240))),
                        random.nextBoolean() ? Conduct.FULL : Conduct.WATCHING);
        if (random.nextInt(3) == 0) {
            question = question.during(random.nextBoolean() ? DAYS : EVENINGS);
        }
        return switch (random.nextInt(8)) {
            case 0 -> question.knowing(new Reason.NoWayIn());
            case 1 -> question.knowing(new Reason.NoSeat());
            case 2 -> question.knowing(new Reason.TakenOutByHand(NOON.minusSeconds(60L * random.nextInt(300))));
            case 3 -> question.knowing(new Reason.SaltoSilent(NOON));
            default -> question;
        };
    }

    private static Purchase purchase(long id, Random random) {
        NamedItem item = ITEMS.get(random.nextInt(ITEMS.size()));
        Instant from = NOON.plus(Duration.ofMinutes(random.nextInt(2_000) - 1_200));
        Instant to = from.plus(Duration.ofMinutes(1 + random.nextInt(900)));
        return switch (random.nextInt(3)) {
            case 0 -> new Booking(id, ANA, List.of(item), from, to, random.nextInt(4) == 0);
            case 1 -> somePass(id, item, from, to, random);
            default -> someContract(id, item, from, to, random);
        };
    }

    private static Pass somePass(long id, NamedItem item, Instant from, Instant to, Random random) {
        PassUse use = random.nextInt(3) == 0 ? PassUse.since(from.plusSeconds(600)) : null;
        return new Pass(id, ANA, item, PassKind.DAY, from, random.nextBoolean() ? to : null, use != null, 1, use);
    }

    private static Contract someContract(long id, NamedItem item, Instant from, Instant to, Random random) {
        List<Window> pauses = random.nextInt(3) == 0
                ? List.of(Window.between(from.plusSeconds(3_600), from.plusSeconds(14_400)))
                : List.of();
        boolean active = random.nextInt(4) > 0;
        return new Contract(
                id, ANA, List.of(item), from, active, random.nextInt(6) == 0, random.nextBoolean() ? to : null, pauses);
    }

    /** A link undecided today may have been so for a year: what nobody noted the beginning of stays unsaid. */
    @Test
    void namesABeginningOnlyOfWhatTimeBeganOrSomebodyNoted() {
        scene.buys(booking(2, ANA, ROOM_4, "2026-01-08T16:00:00Z", "2026-01-08T17:00:00Z"));
        Outlook outlook = Outlook.of(question().inSince(at("2026-01-08T09:00:00Z")));
        assertThat(AllReasons.reasons())
                .filteredOn(reason ->
                        outlook.added(Explanation.of(List.of(), reason)).since().isPresent())
                .extracting(Reason::code)
                .containsExactlyInAnyOrder(
                        "open",
                        "outside-hours",
                        "space-paused",
                        "taken-out-by-hand",
                        "expired-in-salto",
                        "booking-moved",
                        "booking-cancelled");
        scene.now("2026-01-08T17:30:00Z");
        Outlook afterwards = Outlook.of(question());
        assertThat(AllReasons.reasons())
                .filteredOn(reason -> afterwards
                        .added(Explanation.of(List.of(), reason))
                        .since()
                        .filter(at("2026-01-08T17:15:00Z")::equals)
                        .isPresent())
                .extracting(Reason::code)
                .containsExactlyInAnyOrder(
                        "just-ended",
                        "pass-used-up",
                        "pass-expired",
                        "day-pass-over",
                        "contract-paused",
                        "contract-ended",
                        "access-ended");
    }
}
