package app.latchkey.sync.plan;

import static app.latchkey.entitlement.Shop.*;
import static org.assertj.core.api.Assertions.assertThat;

import app.latchkey.Case;
import app.latchkey.shared.AccessGroupId;
import app.latchkey.shared.CustomerId;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class RailsTest {

    private static final int MANY = 60;

    private final Scene scene = Scene.at("2026-01-08T14:30:00Z");

    private Scene withContracts(int people) {
        for (int number = 1; number <= people; number++) {
            CustomerId customer = new CustomerId(number);
            scene.linked(customer, number).buys(contract(number, customer, OFFICE_12, "2026-01-01T00:00:00Z"));
        }
        scene.run();
        return scene;
    }

    private void loseContracts(int people) {
        for (int number = 1; number <= people; number++) {
            scene.loses(contract(number, ANA, OFFICE_12, "2026-01-01T00:00:00Z").key());
        }
    }

    private static RailedPlan check(Scene scene, Set<Membership> expected) {
        return Rails.check(scene.plan(), RailLimits.DEFAULT, RailFacts.of(members(scene), expected));
    }

    private static Map<AccessGroupId, Integer> members(Scene scene) {
        return scene.memberships().stream()
                .collect(Collectors.groupingBy(Membership::group, Collectors.summingInt(_ -> 1)));
    }

    @Test
    void letsAsManyRemovalsPassAsAnybodyWouldExpect() {
        withContracts(MANY);
        loseContracts(20);
        assertThat(check(scene, Set.of()).held()).isEmpty();
        assertThat(check(scene, Set.of()).plan().revokes()).hasSize(20);
    }

    /** So that nobody has to count the members of a large space for a change of one person. */
    @Test
    void holdsNothingOfWhatIsFewEnoughWhateverTheGroupsCount() {
        withContracts(MANY);
        loseContracts(5);
        assertThat(RailLimits.DEFAULT.letPass(5, 50)).isTrue();
        assertThat(RailLimits.DEFAULT.letPass(6, 0)).isFalse();
        assertThat(RailLimits.DEFAULT.letPass(0, 51)).isFalse();
        for (int size = 0; size < 40; size++) {
            RailFacts facts = RailFacts.of(Map.of(group(scene), size), Set.of());
            assertThat(Rails.check(scene.plan(), RailLimits.DEFAULT, facts).held())
                    .isEmpty();
        }
    }

    private static AccessGroupId group(Scene scene) {
        return scene.plan().revokes().getFirst().group();
    }

    @Case(24)
    @Test
    void holdsRemovalsThatNobodyExpectedAndLetsGrantsGoOn() {
        withContracts(MANY);
        loseContracts(21);
        CustomerId newcomer = new CustomerId(900);
        scene.linked(newcomer, 900).buys(contract(900, newcomer, OFFICE_12, "2026-01-01T00:00:00Z"));
        RailedPlan railed = check(scene, Set.of());
        assertThat(railed.held().orElseThrow().changes()).hasSize(21);
        assertThat(railed.plan().revokes()).isEmpty();
        assertThat(railed.plan().grants()).hasSize(1);
        assertThat(railed.plan().only(Decision.Hold.class)).allMatch(hold -> hold.reason() == HoldReason.RAILS);
    }

    @Case(50)
    @Test
    void letsAMonthEndPassThatWasKnownBefore() {
        for (int number = 1; number <= MANY; number++) {
            CustomerId customer = new CustomerId(number);
            scene.linked(customer, number)
                    .buys(cancelled(
                            contract(number, customer, OFFICE_12, "2026-01-01T00:00:00Z"), "2026-02-01T00:00:00Z"));
        }
        scene.run();
        Forecast forecast = Forecast.of(scene.plan());
        scene.now("2026-02-01T00:00:00Z");
        RailedPlan railed = check(scene, forecast.expectedAt(scene.now()));
        assertThat(railed.held()).isEmpty();
        assertThat(railed.plan().revokes()).hasSize(MANY);
        assertThat(forecast.expectedAt(at("2026-01-31T23:59:59Z"))).isEmpty();
    }

    @Test
    void holdsTheLossOfHalfAGroup() {
        withContracts(12);
        loseContracts(6);
        assertThat(check(scene, Set.of()).held()).isEmpty();
        loseContracts(7);
        assertThat(check(scene, Set.of()).held()).isPresent();
    }

    @Test
    void suspendsAFewAtOnceAndAsksAboutMany() {
        withContracts(MANY);
        suspend(23);
        assertThat(check(scene, Set.of()).plan().revokes()).hasSize(23);
        suspend(24);
        RailedPlan railed = check(scene, Set.of());
        assertThat(railed.plan().revokes()).hasSize(3);
        assertThat(railed.held().orElseThrow().changes()).hasSize(21);
    }

    private void suspend(int people) {
        for (int number = 1; number <= people; number++) {
            scene.suspend(new CustomerId(number));
        }
    }

    @Test
    void holdsAFloodOfGrants() {
        for (int number = 1; number <= 51; number++) {
            CustomerId customer = new CustomerId(number);
            scene.toInvite(customer).buys(contract(number, customer, OFFICE_12, "2026-01-01T00:00:00Z"));
        }
        RailedPlan railed = check(scene, Set.of());
        assertThat(railed.held().orElseThrow().changes()).hasSize(51);
        assertThat(railed.plan().isQuiet()).isTrue();
    }

    @Test
    void letsWhatSomebodyApprovedPassAsLongAsItReadsTheSame() {
        withContracts(MANY);
        loseContracts(30);
        HeldPlan held = check(scene, Set.of()).held().orElseThrow();
        scene.buys(contract(1, new CustomerId(1), OFFICE_12, "2026-01-01T00:00:00Z"));
        RailFacts approved = RailFacts.of(members(scene), Set.of()).withApproved(Set.copyOf(held.lines()));
        assertThat(Rails.check(scene.plan(), RailLimits.DEFAULT, approved)
                        .plan()
                        .revokes())
                .hasSize(29);
        loseContracts(60);
        RailedPlan grown = Rails.check(scene.plan(), RailLimits.DEFAULT, approved);
        assertThat(grown.plan().revokes()).hasSize(30);
        assertThat(grown.held().orElseThrow().changes()).hasSize(30);
    }

    @Test
    void countsManySmallRunsAsOneLarge() {
        withContracts(MANY);
        loseContracts(1);
        RailFacts facts = RailFacts.of(members(scene), Set.of()).withRecent(Map.of(STREET, 20));
        assertThat(Rails.check(scene.plan(), RailLimits.DEFAULT, facts).held()).isPresent();
    }

    @Test
    void holdsAGroupThatIsLostOneByOne() {
        withContracts(12);
        int gone = 0;
        for (int number = 1; number <= 12; number++) {
            loseContracts(number);
            RailFacts facts = RailFacts.of(members(scene), Set.of()).withRecent(Map.of(STREET, gone));
            RailedPlan railed = Rails.check(scene.plan(), RailLimits.DEFAULT, facts);
            gone += railed.plan().revokes().size();
            scene.apply(railed.plan());
        }
        assertThat(gone).isEqualTo(6);
    }

    /** After a pause: whoever is looked at first does not go before all are counted. */
    @Test
    void holdsTheFirstOfMany() {
        withContracts(12);
        loseContracts(1);
        RailFacts alone = RailFacts.of(members(scene), Set.of());
        assertThat(Rails.check(scene.plan(), RailLimits.DEFAULT, alone).held()).isEmpty();
        RailFacts waiting = alone.withWaiting(Map.of(STREET, 6));
        assertThat(Rails.check(scene.plan(), RailLimits.DEFAULT, waiting).held())
                .isPresent();
    }

    @Test
    void countsSuspensionsThatComeOneByOne() {
        withContracts(12);
        suspend(1);
        RailFacts first = RailFacts.of(members(scene), Set.of()).withRecent(Map.of(STREET, 12));
        assertThat(Rails.check(scene.plan(), RailLimits.DEFAULT, first).held()).isEmpty();
        RailFacts fourth = first.withSuspended(Map.of(STREET, 3));
        assertThat(Rails.check(scene.plan(), RailLimits.DEFAULT, fourth).held()).isPresent();
    }

    /** Of ten, three were suspended and are gone: the seven who are left are still a group of ten. */
    @Test
    void doesNotLetTheFewSuspendedMakeAGroupTooSmallToBeHeld() {
        withContracts(7);
        loseContracts(4);
        RailFacts facts = RailFacts.of(members(scene), Set.of());
        assertThat(Rails.check(scene.plan(), RailLimits.DEFAULT, facts).held()).isEmpty();
        RailFacts after = facts.withSuspended(Map.of(STREET, 3));
        assertThat(Rails.check(scene.plan(), RailLimits.DEFAULT, after).held()).isPresent();
    }

    @Test
    void fingerprintsWhoWhatAndWhy() {
        withContracts(MANY);
        loseContracts(30);
        String fingerprint = check(scene, Set.of()).held().orElseThrow().fingerprint();
        assertThat(fingerprint).matches("[0-9a-f]{64}");
        assertThat(check(scene, Set.of()).held().orElseThrow().fingerprint()).isEqualTo(fingerprint);
        loseContracts(31);
        assertThat(check(scene, Set.of()).held().orElseThrow().fingerprint()).isNotEqualTo(fingerprint);
    }

    @Case(41)
    @Test
    void fingerprintsTheMatchVersionToo() {
        withContracts(MANY);
        loseContracts(30);
        String before = HeldPlan.of(scene.plan().changes(), 1).fingerprint();
        assertThat(HeldPlan.of(scene.plan().changes(), 2).fingerprint()).isNotEqualTo(before);
    }
}
