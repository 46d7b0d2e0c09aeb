package app.latchkey.sync.plan;

import static app.latchkey.entitlement.Shop.*;
import static org.assertj.core.api.Assertions.assertThat;

import app.latchkey.entitlement.Booking;
import app.latchkey.entitlement.Contract;
import app.latchkey.entitlement.Cure;
import app.latchkey.entitlement.Matches;
import app.latchkey.entitlement.PassUse;
import app.latchkey.entitlement.Reason;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Which of several ways to an open door is named, and whose. */
class CuresTest {

    private static final Booking ASKED_FOR =
            tentative(booking(2, ANA, ROOM_4, "2026-01-08T14:00:00Z", "2026-01-08T15:00:00Z"));
    private static final Cure CONFIRM = new Cure.Confirm(ASKED_FOR.key());
    private static final Cure BUY = new Cure.Buy(ANA, STREET);

    private final Scene scene = Scene.at("2026-01-08T14:30:00Z").linked(ANA, 1);

    private Optional<List<Cure>> cures(Reason... known) {
        List<CustomerLink> people = scene.input().people().stream()
                .sorted(Comparator.comparing(link -> link.person().customer()))
                .toList();
        return SmallestChange.of(Question.about(scene.input(), people, STREET, scene.purchases(), LONDON)
                .knowing(known));
    }

    private void assertCures(Cure... cures) {
        assertThat(cures().orElseThrow()).containsExactly(cures);
    }

    @Test
    void finishesWhatIsBoughtRatherThanBuysAnew() {
        assertCures(BUY);
        scene.buys(ASKED_FOR);
        assertCures(CONFIRM);
    }

    /** Two customers who are one Salto user: what either has counts. */
    @Test
    void takesWhatTheOtherCustomerHasBeforeTheFirstBuysAnew() {
        Booking bens = tentative(booking(3, BEN, ROOM_4, "2026-01-08T14:00:00Z", "2026-01-08T15:00:00Z"));
        scene.linked(BEN, 1).buys(bens);
        assertCures(new Cure.Confirm(bens.key()));
    }

    @Test
    void leavesTheBookingOfSomebodyElseToHim() {
        scene.buys(tentative(booking(3, BEN, ROOM_4, "2026-01-08T14:00:00Z", "2026-01-08T15:00:00Z")));
        assertCures(BUY);
    }

    @Test
    void findsNoHelpInAContractForNoPlace() {
        scene.buys(new Contract(5, ANA, List.of(), at("2026-01-01T00:00:00Z"), true, false, null, List.of()));
        assertCures(BUY);
        scene.buys(new Contract(5, ANA, List.of(), at("2026-02-01T00:00:00Z"), true, false, null, List.of()));
        assertCures(BUY);
    }

    /** Used up, and yet it holds to the end of its day. */
    @Test
    void onlyMatchesThePassThatWasUsedToday() {
        scene.matches(new Matches(1, Map.of(OFFICE_12.id(), Set.of(STREET))))
                .buys(usedUp(dayPass(4, ANA, "2026-01-08T09:00:00Z"), PassUse.since(at("2026-01-08T10:00:00Z"))));
        assertCures(new Cure.Match(FLEX.id(), STREET));
    }

    @Test
    void settlesWhatHindersInTheOrderOfTheChainAndNoDoubt() {
        scene.buys(contract(1, ANA, OFFICE_12, "2026-01-01T00:00:00Z")).run();
        assertThat(cures(new Reason.NoWayIn(), new Reason.SaltoSilent(scene.now()), new Reason.NoSeat()))
                .contains(List.of(new Cure.Settle(new Reason.NoSeat()), new Cure.Settle(new Reason.NoWayIn())));
    }

    @Test
    void findsNothingToDoForSomebodyWhoIsInByHand() {
        scene.byHand(1, STREET).row(LedgerRow.of(Scene.user(2), STREET, Ownership.OURS));
        assertCures();
        scene.row(LedgerRow.of(Scene.user(1), STREET, Ownership.FOREIGN));
        assertCures();
    }

    @Test
    void findsForSomebodyWhoIsStillInThroughUsWhatKeepsHimIn() {
        scene.byHand(1, STREET).row(LedgerRow.of(Scene.user(1), STREET, Ownership.OURS));
        assertCures(BUY);
    }

    @Test
    void helpsNobodyWhomTheSpaceLooksAfterItself() {
        scene.row(LedgerRow.of(Scene.user(2), STREET, Ownership.PROTECTED));
        assertCures(BUY);
        scene.row(LedgerRow.of(Scene.user(1), STREET, Ownership.PROTECTED));
        assertThat(cures()).isEmpty();
        scene.byHand(1, STREET);
        assertCures();
    }

    @Test
    void helpsNoProtectedPersonButAnyOtherWhoIsUndecided() {
        scene.withheld(ANA, WithheldReason.PROTECTED_PERSON);
        assertThat(cures()).isEmpty();
        scene.withheld(ANA, WithheldReason.TWO_CUSTOMERS_ONE_EMAIL);
        assertCures(new Cure.DecideWhoItIs(ANA), BUY);
    }
}
