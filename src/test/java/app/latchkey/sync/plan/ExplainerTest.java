package app.latchkey.sync.plan;

import static app.latchkey.entitlement.Shop.*;
import static org.assertj.core.api.Assertions.assertThat;

import app.latchkey.Case;
import app.latchkey.entitlement.Booking;
import app.latchkey.entitlement.Check;
import app.latchkey.entitlement.Check.Result;
import app.latchkey.entitlement.Contract;
import app.latchkey.entitlement.DoorState;
import app.latchkey.entitlement.Explanation;
import app.latchkey.entitlement.Matches;
import app.latchkey.entitlement.Pass;
import app.latchkey.entitlement.PassKind;
import app.latchkey.entitlement.PassUse;
import app.latchkey.entitlement.Purchase;
import app.latchkey.entitlement.Reason;
import app.latchkey.entitlement.Step;
import app.latchkey.entitlement.WeeklyHours;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ExplainerTest {

    private static final Booking ROOM = booking(2, ANA, ROOM_4, "2026-01-08T14:00:00Z", "2026-01-08T15:00:00Z");
    private static final Contract OFFICE = contract(1, ANA, OFFICE_12, "2026-01-01T00:00:00Z");

    private final Scene scene = Scene.at("2026-01-08T14:30:00Z").linked(ANA, 1);

    private Question question() {
        return Question.about(scene.input(), scene.input().people(), STREET, scene.purchases(), LONDON);
    }

    private Explanation explain() {
        return Explainer.explain(question());
    }

    private void assertReason(DoorState verdict, Class<? extends Reason> reason) {
        Explanation explanation = explain();
        assertThat(explanation.reason()).isInstanceOf(reason);
        assertThat(explanation.verdict()).isEqualTo(verdict);
    }

    private void assertClosed(Class<? extends Reason> reason, Purchase... purchases) {
        scene.buys(purchases);
        assertReason(DoorState.CLOSED, reason);
    }

    @Test
    void saysWhatHoldsTheDoorOpenAndUntilWhen() {
        scene.buys(ROOM).run();
        assertReason(DoorState.OPEN, Reason.Open.class);
        assertThat(((Reason.Open) explain().reason()).until()).isEqualTo(at("2026-01-08T15:15:00Z"));
        assertThat(explain().checks()).extracting(Check::result).containsOnly(Result.HOLDS);
    }

    @Test
    void saysThatAGrantIsOnItsWay() {
        scene.buys(ROOM);
        assertReason(DoorState.ON_ITS_WAY, Reason.OnItsWay.class);
    }

    @Test
    void saysWhenABookingBegins() {
        scene.buys(ROOM).now("2026-01-08T13:00:00Z");
        assertReason(DoorState.NEXT, Reason.TooEarly.class);
        assertThat(explain().reason())
                .isEqualTo(new Reason.TooEarly(ROOM_4, at("2026-01-08T14:00:00Z"), at("2026-01-08T13:45:00Z")));
    }

    @Test
    void saysWhyWhatWasBoughtDoesNotOpenNow() {
        assertClosed(Reason.NeverBought.class);
        assertClosed(Reason.JustEnded.class, booking(9, ANA, ROOM_4, "2026-01-07T14:00:00Z", "2026-01-07T15:00:00Z"));
        assertClosed(Reason.NotConfirmed.class, tentative(ROOM));
    }

    @Test
    void saysWhyAContractDoesNotOpenNow() {
        assertClosed(Reason.ContractEnded.class, cancelled(OFFICE, "2026-01-05T00:00:00Z"));
        assertClosed(
                Reason.ContractPaused.class, paused(OFFICE, between("2026-01-05T00:00:00Z", "2026-02-01T00:00:00Z")));
        scene.buys(inactive(contract(1, ANA, OFFICE_12, "2026-02-01T00:00:00Z")));
        assertReason(DoorState.NEXT, Reason.ContractNotBegun.class);
    }

    @Case(6)
    @Test
    void saysWhyAPassDoesNotOpenNow() {
        PassUse yesterday = PassUse.since(at("2026-01-07T10:00:00Z"));
        Pass day = dayPass(1, ANA, "2026-01-01T09:00:00Z");
        assertClosed(Reason.PassExpired.class, expiring(day, "2026-01-05T00:00:00Z"));
        assertClosed(Reason.DayPassOver.class, usedUp(day, yesterday));
        assertClosed(
                Reason.PassUsedUp.class,
                new Pass(1, ANA, FLEX, PassKind.DAY, at("2026-01-01T09:00:00Z"), null, true, 10, yesterday));
    }

    @Test
    void namesTheMostHopefulOfSeveralReasons() {
        scene.buys(
                booking(8, ANA, ROOM_4, "2026-01-08T10:00:00Z", "2026-01-08T11:00:00Z"),
                booking(9, ANA, ROOM_2, "2026-01-08T18:00:00Z", "2026-01-08T19:00:00Z"));
        assertReason(DoorState.NEXT, Reason.TooEarly.class);
    }

    @Test
    void saysThatAnItemEarnsNothing() {
        scene.matches(Matches.none()).buys(ROOM);
        assertReason(DoorState.CLOSED, Reason.ItemUnmatched.class);
    }

    @Test
    void stopsAtTheFirstBrokenLink() {
        scene.buys(ROOM).suspend(ANA);
        assertReason(DoorState.CLOSED, Reason.Suspended.class);
        assertThat(explain().checks().getFirst().result()).isEqualTo(Result.BROKEN);
        assertThat(explain().checks().getLast().result()).isEqualTo(Result.NOT_REACHED);
    }

    @Case(31)
    @Test
    void saysWhichDecisionSomebodyWaitsFor() {
        scene.withheld(ANA, WithheldReason.TWO_CUSTOMERS_ONE_EMAIL).buys(ROOM);
        assertReason(DoorState.WITHHELD, Reason.TwoCustomersOneEmail.class);
    }

    @Test
    void saysWhatTheSpaceDoesNotDoNow() {
        scene.buys(ROOM).conduct(Conduct.PAUSED);
        assertReason(DoorState.WITHHELD, Reason.SpacePaused.class);
        scene.conduct(Conduct.WATCHING);
        assertReason(DoorState.WITHHELD, Reason.SpaceWatching.class);
    }

    @Case(16)
    @Test
    void callsADoorGivenByHandOpen() {
        scene.byHand(1, STREET);
        assertReason(DoorState.BY_HAND, Reason.OpenByHand.class);
    }

    @Case(46)
    @Test
    void saysThatTheDoorDoesNotAnswerAtThisHour() {
        scene.buys(OFFICE).run();
        WeeklyHours mornings = new WeeklyHours(
                List.of(new WeeklyHours.Span(EnumSet.allOf(DayOfWeek.class), LocalTime.of(8, 0), LocalTime.of(12, 0))),
                LONDON.zone());
        assertThat(Explainer.explain(question().during(mornings)).reason())
                .isEqualTo(new Reason.OutsideHours(mornings, at("2026-01-09T08:00:00Z")));
    }

    @Case({33, 45})
    @Test
    void saysThatNoWayInIsReadyYet() {
        scene.buys(OFFICE).run();
        assertThat(Explainer.explain(question().knowing(new Reason.NoWayIn())).verdict())
                .isEqualTo(DoorState.WITHHELD);
        assertThat(Explainer.explain(question().knowing(new Reason.InvitationOpen(scene.now())))
                        .reason())
                .isInstanceOf(Reason.InvitationOpen.class);
    }

    @Test
    void staysOpenWhileAPartnerIsSilentButSaysSoInTheChain() {
        scene.buys(OFFICE).run();
        Explanation explanation = Explainer.explain(question().knowing(new Reason.SaltoSilent(scene.now())));
        assertThat(explanation.verdict()).isEqualTo(DoorState.OPEN);
        assertThat(explanation.checks()).extracting(Check::result).contains(Result.DOUBTFUL);
    }

    /** Nobody is told to buy something while it is open who he is. */
    @Test
    void asksWhoSomebodyIsBeforeItAsksWhatHeBought() {
        scene.withheld(ANA, WithheldReason.SALTO_USER_TAKEN);
        assertReason(DoorState.WITHHELD, Reason.SaltoUserTaken.class);
        scene.toInvite(ANA);
        assertReason(DoorState.CLOSED, Reason.NeverBought.class);
    }

    @Test
    void asksNothingWhileOneOfTheCustomersIsLinked() {
        scene.withheld(BEN, WithheldReason.TWO_CUSTOMERS_ONE_EMAIL).buys(OFFICE).run();
        List<CustomerLink> both = scene.input().people().stream()
                .sorted(java.util.Comparator.comparing(link -> link.person().customer()))
                .toList();
        assertThat(Explainer.explain(Question.about(scene.input(), both, STREET, scene.purchases(), LONDON))
                        .verdict())
                .isEqualTo(DoorState.OPEN);
    }

    @Test
    void findsNothingBoughtWhereARequestWasNeverConfirmedInTime() {
        scene.buys(tentative(booking(2, ANA, ROOM_4, "2026-01-07T14:00:00Z", "2026-01-07T15:00:00Z")));
        assertReason(DoorState.CLOSED, Reason.NeverBought.class);
        assertThat(explain().checks())
                .filteredOn(check -> check.step() == Step.PURCHASE)
                .extracting(Check::result)
                .containsExactly(Result.BROKEN);
    }

    @Test
    void callsAnItemUnmatchedOnlyIfItEarnsNothingAnywhere() {
        scene.matches(new Matches(1, Map.of(ROOM_4.id(), Set.of(STUDIO)))).buys(ROOM);
        assertReason(DoorState.CLOSED, Reason.NeverBought.class);
        scene.buys(booking(9, ANA, ROOM_2, "2026-01-08T14:00:00Z", "2026-01-08T15:00:00Z"));
        assertThat(explain().reason()).isEqualTo(new Reason.ItemUnmatched(ROOM_2));
    }

    @Test
    void speaksOfThisPersonAndThisGroupOnly() {
        scene.buys(OFFICE).run();
        scene.linked(BEN, 2).buys(ROOM, contract(5, BEN, DESK_9, "2026-01-01T00:00:00Z"));
        List<CustomerLink> ana = scene.input().people().stream()
                .filter(link -> link.person().customer().equals(ANA))
                .toList();
        assertThat(Explainer.explain(Question.about(scene.input(), ana, STREET, scene.purchases(), LONDON))
                        .verdict())
                .isEqualTo(DoorState.OPEN);
        assertThat(Explainer.explain(Question.about(scene.input(), ana, STUDIO, scene.purchases(), LONDON))
                        .verdict())
                .isEqualTo(DoorState.ON_ITS_WAY);
    }
}
