package app.latchkey.sync.plan;

import static app.latchkey.entitlement.Shop.*;
import static org.assertj.core.api.Assertions.assertThat;

import app.latchkey.entitlement.Entitlement;
import app.latchkey.entitlement.Gift;
import app.latchkey.entitlement.Matches;
import app.latchkey.entitlement.Person;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Entitlements are stored, and what they rest on may be gone by the time a plan is made of them. */
class StoredEntitlementsTest {

    private final Scene scene = Scene.at("2026-01-08T14:30:00Z").linked(ANA, 1);

    /** What a plan says that is made of entitlements stored before. */
    private List<Decision> decided(List<Entitlement> stored) {
        PlanInput now = scene.input();
        return Planner.plan(new PlanInput(
                        now.people(),
                        stored,
                        now.observed(),
                        now.ledger(),
                        now.matches(),
                        now.reading(),
                        now.conduct(),
                        now.now()))
                .decisions();
    }

    private List<Entitlement> storedContract() {
        return scene.buys(contract(1, ANA, OFFICE_12, "2026-01-01T00:00:00Z")).entitlements();
    }

    @Test
    void letsNobodyInWhoWasSuspendedSince() {
        List<Entitlement> stored = storedContract();
        assertThat(decided(stored)).hasOnlyElementsOfType(Decision.Grant.class).hasSize(1);
        scene.suspend(ANA);
        assertThat(decided(stored)).isEmpty();
        scene.person(new Person(ANA, true, true), scene.link(ANA));
        assertThat(decided(stored)).isEmpty();
    }

    @Test
    void letsNobodyInWhoIsNoLongerAmongThePeople() {
        List<Entitlement> stored = storedContract();
        scene.without(ANA);
        assertThat(decided(stored)).isEmpty();
    }

    @Test
    void letsNobodyInByAMatchThatWasTakenBackSince() {
        List<Entitlement> stored = storedContract();
        scene.matches(new Matches(2, Map.of(DESK_9.id(), Set.of(STREET), OFFICE_12.id(), Set.of(STUDIO))));
        assertThat(decided(stored)).isEmpty();
    }

    @Test
    void letsNobodyInByNameToAGroupThatTheSpaceHasGivenUp() {
        scene.gives(new Gift(ANA, STREET, between("2026-01-08T14:00:00Z", "2026-01-08T20:00:00Z"), "Ben", "lost tag"));
        List<Entitlement> stored = scene.entitlements();
        assertThat(decided(stored)).hasSize(1);
        scene.matches(new Matches(2, Map.of(ROOM_4.id(), Set.of(STUDIO))));
        assertThat(decided(stored)).isEmpty();
    }
}
