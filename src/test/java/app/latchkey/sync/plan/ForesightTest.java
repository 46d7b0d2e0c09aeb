package app.latchkey.sync.plan;

import static app.latchkey.entitlement.Shop.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.latchkey.entitlement.Because;
import app.latchkey.entitlement.Entitlements;
import app.latchkey.entitlement.NamedItem;
import app.latchkey.shared.CustomerId;
import app.latchkey.shared.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ForesightTest {

    private static final int WORLDS = RandomWorlds.number(4_000);
    private static final Instant NOON = Instant.parse("2026-01-08T12:00:00Z");
    private static final List<NamedItem> ITEMS = List.of(ROOM_4, ROOM_2, OFFICE_12);

    @Test
    void foreseesWhatIsDecidedWhenTheTimeComes() {
        IntStream.range(0, WORLDS).parallel().forEach(ForesightTest::foreseesWorld);
    }

    private static void foreseesWorld(int seed) {
        Random random = new Random(seed);
        Scene scene = world(random);
        Instant then = NOON.plus(Duration.ofMinutes(random.nextInt(3_000)));
        PlanInput now = scene.input();
        var foreseen = List.of(Foresight.whoCouldOpen(now, STREET, then), Foresight.whoCouldOpen(now, STUDIO, then));
        Plan decided = liveUntil(scene, then);
        for (int group = 0; group < 2; group++) {
            assertThat(foreseen.get(group))
                    .as("seed %d", seed)
                    .isEqualTo(Foresight.whoCouldOpen(
                            scene.input(), List.of(STREET, STUDIO).get(group), then));
        }
        scene.apply(decided);
        int inside = foreseen.getFirst().size() + foreseen.getLast().size();
        assertThat(scene.memberships()).as("seed %d", seed).hasSize(inside);
    }

    /** Runs at every boundary, as the shell does, and stops right before the last plan is carried out. */
    private static Plan liveUntil(Scene scene, Instant then) {
        Instant next = scene.now();
        while (next.isBefore(then)) {
            scene.now(next.toString()).run();
            next = Entitlements.nextBoundary(scene.entitlements(), next).orElse(then);
        }
        return scene.now(then.toString()).plan();
    }

    private static Scene world(Random random) {
        Scene scene = Scene.at(NOON.toString()).conduct(random.nextBoolean() ? Conduct.FULL : Conduct.GRANTS_ONLY);
        for (long number = 1; number <= 3; number++) {
            CustomerId customer = new CustomerId(number);
            long user = random.nextInt(4) == 0 ? 1 : number;
            scene.linked(customer, user);
            if (random.nextInt(5) == 0) {
                scene.byHand(user, random.nextBoolean() ? STREET : STUDIO);
            }
            if (random.nextInt(7) == 0) {
                scene.suspend(customer);
            }
        }
        for (long id = 1; id <= 3; id++) {
            CustomerId customer = new CustomerId(1 + random.nextInt(3));
            NamedItem item = ITEMS.get(random.nextInt(ITEMS.size()));
            Instant from = NOON.plus(Duration.ofMinutes(random.nextInt(3_000) - 600));
            String to = from.plus(Duration.ofMinutes(1 + random.nextInt(500))).toString();
            scene.buys(
                    random.nextInt(3) == 0
                            ? cancelled(contract(id, customer, item, from.toString()), to)
                            : booking(id, customer, item, from.toString(), to));
        }
        return scene;
    }

    @Test
    void saysWhoCouldOpenADoorAndWhy() {
        Scene scene = Scene.at("2026-01-08T12:00:00Z")
                .linked(ANA, 1)
                .linked(BEN, 2)
                .byHand(2, STREET)
                .buys(booking(1, ANA, ROOM_2, "2026-01-08T14:00:00Z", "2026-01-08T15:00:00Z"));
        assertThat(Foresight.whoCouldOpen(scene.input(), STREET, at("2026-01-08T12:00:00Z")))
                .containsOnlyKeys(Subject.of(Scene.user(2)))
                .containsValue(List.of(new Because.BeforeLatchkey()));
        assertThat(Foresight.whoCouldOpen(scene.input(), STREET, at("2026-01-08T13:45:00Z")))
                .containsEntry(
                        Subject.of(Scene.user(1)),
                        List.of(new Because.Booked(
                                1, ROOM_2, Window.between(at("2026-01-08T14:00:00Z"), at("2026-01-08T15:00:00Z")))));
        assertThat(Foresight.whoCouldOpen(scene.input(), STREET, at("2026-01-08T15:15:00Z")))
                .containsOnlyKeys(Subject.of(Scene.user(2)));
    }

    @Test
    void foreseesANewcomerOnceHisFirstPurchaseIsDue() {
        Scene scene = Scene.at("2026-01-08T12:00:00Z")
                .toInvite(ANA)
                .buys(booking(1, ANA, ROOM_2, "2026-01-08T14:00:00Z", "2026-01-08T15:00:00Z"));
        assertThat(Foresight.whoCouldOpen(scene.input(), STREET, at("2026-01-08T13:44:59Z")))
                .isEmpty();
        assertThat(Foresight.whoCouldOpen(scene.input(), STREET, at("2026-01-08T14:00:00Z")))
                .hasSize(1);
    }

    @Test
    void remembersThePastInsteadOfForeseeingIt() {
        PlanInput now = Scene.at("2026-01-08T12:00:00Z").input();
        assertThatThrownBy(() -> Foresight.planAt(now, at("2026-01-08T11:59:59Z")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void makesASaltoUserInThoughtOnlyOnce() {
        Scene scene = Scene.at("2026-01-08T14:00:00Z")
                .toInvite(ANA)
                .toInvite(BEN)
                .buys(booking(1, ANA, ROOM_2, "2026-01-08T14:00:00Z", "2026-01-08T15:00:00Z"))
                .buys(booking(2, BEN, ROOM_2, "2026-01-08T16:00:00Z", "2026-01-08T17:00:00Z"));
        assertThat(scene.plan().invitations()).hasSize(1);
        assertThat(Foresight.planAt(scene.input(), at("2026-01-08T14:30:00Z")).isQuiet())
                .isTrue();
        assertThat(Foresight.planAt(scene.input(), at("2026-01-08T15:45:00Z")).invitations())
                .extracting(Invite::customer)
                .containsExactly(BEN);
    }

    /** Who is to be taken out and is not stays inside; who is to be let in and is not stays outside. */
    @Test
    void findsInsideWhoIsInOnceADecisionIsCarriedOut() {
        Subject ana = Subject.of(Scene.user(1));
        List<Because> why = List.of(new Because.BeforeLatchkey());
        Decision.Grant grant = new Decision.Grant(ana, STREET, Window.from(NOON), why);
        Decision.Revoke revoke =
                new Decision.Revoke(ana, STREET, List.of(new Ending(why.getFirst(), Ending.Cause.WINDOW_ENDED)));
        assertThat(Foresight.because(grant)).contains(why);
        assertThat(Foresight.because(new Decision.Keep(ana, STREET, Window.from(NOON), why)))
                .contains(why);
        assertThat(Foresight.because(new Decision.Foreign(ana, STREET, false, List.of())))
                .contains(why);
        assertThat(Foresight.because(new Decision.Hold(revoke, HoldReason.GRANTS_ONLY)))
                .contains(why);
        assertThat(List.of(
                        new Decision.Hold(grant, HoldReason.PAUSED),
                        revoke,
                        new Decision.Withhold(ana, STREET, WithheldReason.REFUSED, why),
                        new Decision.Forget(ana, STREET)))
                .allMatch(decision -> Foresight.because(decision).isEmpty());
    }

    @Test
    void leavesOutsideInThoughtWhomNothingIsWrittenFor() {
        Scene scene = Scene.at("2026-01-08T14:00:00Z")
                .linked(ANA, 1)
                .asksAbout(1, STREET)
                .byHand(2, STREET)
                .linked(BEN, 2)
                .buys(booking(1, ANA, ROOM_2, "2026-01-08T14:00:00Z", "2026-01-08T15:00:00Z"));
        assertThat(Foresight.whoCouldOpen(scene.input(), STREET, at("2026-01-08T14:30:00Z")))
                .containsOnlyKeys(Subject.of(Scene.user(2)));
    }
}
