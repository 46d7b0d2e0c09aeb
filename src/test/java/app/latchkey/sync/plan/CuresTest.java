package app.latchkey.sync.plan;

import static app.latchkey.entitlement.Shop.*;
import static org.assertj.core.api.Assertions.assertThat;

import app.latchkey.entitlement.Booking;
import app.latchkey.entitlement.Contract;
import app.latchkey.entitlement.Cure;
import app.latchkey.entitlement.Gift;
import app.latchkey.entitlement.Invoice;
import app.latchkey.entitlement.Matches;
import app.latchkey.entitlement.NamedItem;
import app.latchkey.entitlement.OverdueRule;
import app.latchkey.entitlement.PassUse;
import app.latchkey.entitlement.Reason;
import app.latchkey.entitlement.WeeklyHours;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Which of several ways to an open door is named, and whose. */
class CuresTest {

    private static final Booking ASKED_FOR =
            tentative(booking(2, ANA, ROOM_4, "2026-01-08T14:00:00Z", "2026-01-08T15:00:00Z"));
    private static final Cure CONFIRM = new Cure.Confirm(ASKED_FOR.key());
    private static final Cure BUY = new Cure.Buy(ANA, STREET);

    private static final Gift UNTIL_EIGHT =
            new Gift(ANA, STREET, between("2026-01-08T14:00:00Z", "2026-01-08T20:00:00Z"), "Zoe", "lost tag");

    private final Scene scene = Scene.at("2026-01-08T14:30:00Z").linked(ANA, 1);

    private Question question() {
        List<CustomerLink> people = scene.input().people().stream()
                .sorted(Comparator.comparing(link -> link.person().customer()))
                .toList();
        Question question = Question.about(scene.input(), people, STREET, scene.purchases(), LONDON)
                .given(scene.gifts());
        return scene.arrears().map(question::owing).orElse(question);
    }

    private Optional<List<Cure>> cures(Reason... known) {
        return SmallestChange.of(question().knowing(known));
    }

    private static void assertCures(Question question, Cure... cures) {
        assertThat(SmallestChange.of(question).orElseThrow()).containsExactly(cures);
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

    @Test
    void letsInAgainWhoeverWasGivenAccessRatherThanSellsHimAnything() {
        scene.gives(UNTIL_EIGHT);
        assertCures();
        scene.suspend(ANA);
        assertCures(new Cure.LetInAgain(ANA));
        scene.now("2026-01-08T20:00:00Z");
        assertCures(new Cure.LetInAgain(ANA), BUY);
    }

    @Test
    void matchesWhatIsBoughtWhereNothingEarnsTheGroupThatIsGiven() {
        scene.gives(UNTIL_EIGHT).matches(new Matches(1, Map.of()));
        assertCures(BUY);
        scene.buys(contract(1, ANA, DESK_9, "2026-02-01T00:00:00Z"));
        assertCures(new Cure.Match(DESK_9.id(), STREET));
    }

    @Test
    void paysWhatClosesTheDoorAndNothingThatDoesNotYet() {
        Invoice old = invoice("1041", "2025-12-20");
        Invoice older = invoice("1007", "2025-12-01");
        scene.buys(contract(1, ANA, OFFICE_12, "2025-01-01T00:00:00Z"))
                .closesFor(new OverdueRule(14, true, BigDecimal.ONE, Set.of(ROOM_4.id())))
                .owes(ANA, invoice("1042", "2026-01-05"))
                .owes(BEN, old);
        assertCures(question());
        scene.owes(ANA, old).owes(ANA, older);
        assertCures(question(), new Cure.Pay(ANA, older), new Cure.Pay(ANA, old));
        assertThat(Explainer.explain(question()).reason())
                .isEqualTo(new Reason.InvoiceOpen("1007", at("2025-12-01T00:00:00Z"), 14));
        scene.buys(booking(2, ANA, ROOM_4, "2026-01-08T14:00:00Z", "2026-01-08T17:00:00Z"));
        assertCures(question());
    }

    @Test
    void opensNothingByBuyingAsLongAsTheRestIsUnpaid() {
        Invoice old = invoice("1041", "2025-12-20");
        scene.closesFor(new OverdueRule(14, true, BigDecimal.ONE, Set.of())).owes(ANA, old);
        assertCures(question(), BUY, new Cure.Pay(ANA, old));
    }

    /** Whose contract it is pays for it: only what he owes shuts the door for the others, and only his paying opens it. */
    @Test
    void paysForWhatOneHasThroughSomebodyElse() {
        Invoice old = invoice("1041", "2025-12-20");
        scene.team(BEN, ANA)
                .buys(contract(1, BEN, OFFICE_12, "2025-01-01T00:00:00Z"))
                .closesFor(sparing())
                .owes(ANA, old);
        assertCures(question());
        scene.owes(BEN, old);
        assertCures(question(), new Cure.Pay(BEN, old));
        assertThat(Explainer.explain(question()).reason()).isInstanceOf(Reason.InvoiceOpen.class);
        scene.closesFor(sparing(OFFICE_12));
        assertCures(question());
    }

    @Test
    void paysNothingForWhatOpensWhateverIsUnpaid() {
        Invoice old = invoice("1041", "2025-12-20");
        scene.owes(ANA, old).buys(ASKED_FOR).closesFor(sparing());
        assertCures(question(), CONFIRM, new Cure.Pay(ANA, old));
        scene.closesFor(sparing(ROOM_4));
        assertCures(question(), CONFIRM);
    }

    @Test
    void paysForAnItemThatOpensNothingThoughItWouldBeSpared() {
        Invoice old = invoice("1041", "2025-12-20");
        Booking both = new Booking(
                2, ANA, List.of(DESK_9, ROOM_4), at("2026-01-08T14:00:00Z"), at("2026-01-08T15:00:00Z"), true);
        scene.matches(new Matches(1, Map.of(ROOM_4.id(), Set.of(STREET))))
                .owes(ANA, old)
                .buys(both)
                .closesFor(sparing(DESK_9));
        assertCures(question(), CONFIRM, new Cure.Pay(ANA, old));
        scene.matches(new Matches(1, Map.of(OFFICE_12.id(), Set.of(STREET))))
                .buys(booking(2, ANA, ROOM_4, "2026-01-08T14:00:00Z", "2026-01-08T15:00:00Z"))
                .closesFor(sparing(ROOM_4));
        assertCures(question(), new Cure.Match(ROOM_4.id(), STREET));
        scene.closesFor(sparing(OFFICE_12));
        assertCures(question(), new Cure.Match(ROOM_4.id(), STREET), new Cure.Pay(ANA, old));
    }

    private static OverdueRule sparing(NamedItem... items) {
        return new OverdueRule(
                14,
                true,
                BigDecimal.ONE,
                Arrays.stream(items).map(NamedItem::id).collect(Collectors.toSet()));
    }

    private static Invoice invoice(String number, String due) {
        return new Invoice(number, LocalDate.parse(due), BigDecimal.TEN);
    }

    @Test
    void waitsUntilTheDoorAnswersWithinWhatIsBought() {
        scene.buys(contract(1, ANA, OFFICE_12, "2025-01-01T00:00:00Z")).run();
        assertCures(question().during(hours(8, 18)));
        assertCures(question().during(hours(16, 18)), new Cure.WaitUntil(at("2026-01-08T16:00:00Z")));
        assertCures(question().during(hours(8, 12)), new Cure.WaitUntil(at("2026-01-09T08:00:00Z")));
    }

    @Test
    void changesTheHoursOnlyWhereWhatIsBoughtLiesOutsideThem() {
        scene.buys(booking(2, ANA, ROOM_4, "2026-01-08T14:00:00Z", "2026-01-08T17:00:00Z"));
        Cure changed = new Cure.Settle(new Reason.OutsideHours(hours(18, 22), null));
        assertCures(question().during(hours(18, 22)), changed);
        assertCures(question().during(hours(17, 22)), new Cure.WaitUntil(at("2026-01-08T17:00:00Z")));
    }

    /** Two things to do otherwise: to end the pause, and to wait for the lock all the same. */
    @Test
    void waitsForThePauseToEndWhileTheLockKeepsHimOutAnyway() {
        scene.buys(paused(
                contract(1, ANA, OFFICE_12, "2026-01-01T00:00:00Z"),
                between("2026-01-08T00:00:00Z", "2026-01-08T15:00:00Z")));
        assertCures(
                question(),
                new Cure.EndPause(
                        contract(1, ANA, OFFICE_12, "2026-01-01T00:00:00Z").key()));
        assertCures(question().during(hours(16, 18)), new Cure.WaitUntil(at("2026-01-08T16:00:00Z")));
    }

    @Test
    void waitsForTheHoursOfSomebodyWhoIsInByHandToo() {
        scene.byHand(1, STREET);
        assertCures(question().during(hours(16, 18)), new Cure.WaitUntil(at("2026-01-08T16:00:00Z")));
    }

    @Test
    void letsNoChangesThroughThatComeAfterTheFreezeAnyway() {
        scene.conduct(Conduct.FROZEN).buys(booking(2, ANA, ROOM_4, "2026-01-08T16:00:00Z", "2026-01-08T17:00:00Z"));
        Cure wait = new Cure.WaitUntil(at("2026-01-08T15:45:00Z"));
        assertCures(question().frozenUntil(at("2026-01-08T15:45:00Z"), Conduct.FULL), wait);
        assertCures(
                question().frozenUntil(at("2026-01-08T15:45:00Z"), Conduct.WATCHING),
                wait,
                new Cure.LetChangesThrough());
    }

    @Test
    void waitsForTheFreezeToLapseRatherThanForWhatIsBoughtAndSomebodyToEndIt() {
        scene.conduct(Conduct.FROZEN).buys(booking(2, ANA, ROOM_4, "2026-01-08T15:00:00Z", "2026-01-08T17:00:00Z"));
        assertCures(
                question().frozenUntil(at("2026-01-08T15:30:00Z"), Conduct.FULL),
                new Cure.WaitUntil(at("2026-01-08T15:30:00Z")));
    }

    private static WeeklyHours hours(int from, int until) {
        return new WeeklyHours(
                List.of(new WeeklyHours.Span(
                        EnumSet.allOf(DayOfWeek.class), LocalTime.of(from, 0), LocalTime.of(until, 0))),
                LONDON.zone());
    }
}
