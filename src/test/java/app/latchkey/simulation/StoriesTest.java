package app.latchkey.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import app.latchkey.connection.Partner;
import app.latchkey.simulation.Act.Buy.Kind;
import app.latchkey.simulation.Act.Hook;
import app.latchkey.simulation.Act.Person.Turn;
import app.latchkey.simulation.Misfortune.Point;
import app.latchkey.sync.run.Flaw;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Stories worth telling by name: each was found by chance, shrunk, and ended badly once. */
class StoriesTest {

    @Test
    void holdsAHouseThatIsSuspendedByHooksOneByOne() {
        List<Act> acts = new ArrayList<>();
        for (int customer = 0; customer < 14; customer++) {
            acts.add(new Act.Buy(customer, Kind.CONTRACT, 0, -60, 60, Hook.AT_ONCE));
        }
        acts.add(new Act.Serve(List.of()));
        acts.add(new Act.Everybody(true, Hook.TWICE));
        acts.add(new Act.Serve(List.of()));
        endsWell(new Story(14, acts));
    }

    @Test
    void letsSomebodyInAtOnceWhenNobodyElseHasTheAddress() {
        endsWell(new Story(
                5,
                List.of(
                        new Act.Person(4, Turn.NEW_ADDRESS, 3, Hook.AT_ONCE),
                        new Act.Serve(List.of()),
                        new Act.Buy(2, Kind.CONTRACT, 0, -60, 60, Hook.AT_ONCE),
                        new Act.Calm(new Act.Person(4, Turn.NEW_ADDRESS, 6, Hook.AT_ONCE), null))));
    }

    /** Whoever had the address was linked by it, gave it up, and kept the link as long as he was there. */
    @Test
    void letsSomebodyInAtOnceWhenWhoeverWasLinkedByTheAddressIsGone() {
        endsWell(new Story(
                5,
                List.of(
                        new Act.Person(0, Turn.NEW_ADDRESS, 0, Hook.LOST),
                        new Act.Person(4, Turn.NEW_ADDRESS, 1, Hook.TWICE),
                        new Act.Buy(4, Kind.MINUTE_PASS, 0, 39, 21, Hook.AT_ONCE),
                        new Act.Calm(new Act.Person(0, Turn.DELETED, 0, Hook.AT_ONCE), null))));
    }

    @Test
    void knowsAGrantAsItsOwnWhoseAnswerWasLostWithTheProcess() {
        endsWell(new Story(
                5,
                List.of(
                        new Act.Buy(1, Kind.MINUTE_PASS, 0, 0, 0, Hook.AT_ONCE),
                        new Act.Serve(
                                List.of(new Misfortune(Point.SALTO_WRITE, 0, Misfortune.Kind.DIES_AFTER, 0, null))),
                        new Act.Alter(0, Act.Alter.Alteration.DELETE, 0, Hook.LOST),
                        new Act.Calm(null, null))));
    }

    @Test
    void leavesAloneWhoWasPutInByHandWhileHeWaitedForASeat() {
        assertThat(writes(new Story(
                        5,
                        List.of(
                                new Act.SaltoUserDeleted(821),
                                new Act.Seats(1),
                                new Act.SaltoUserMade(2),
                                new Act.SaltoUserMade(5),
                                new Act.TimePasses(421),
                                new Act.SaltoUserDeleted(667),
                                new Act.Again(),
                                new Act.SaltoUserDeleted(847),
                                new Act.TimePasses(406),
                                new Act.Buy(231, Kind.BOOKING, 428, -106, 455, Hook.LOST),
                                new Act.Serve(List.of()),
                                new Act.TimePasses(523),
                                new Act.ByHand(758, 537, true),
                                new Act.Calm(null, null)))))
                .isZero();
    }

    @Test
    void keepsTheDoorOfABookingThatAListLacked() {
        endsWell(new Story(
                5,
                List.of(
                        new Act.Buy(531, Kind.BOOKING, 444, 445, 414, Hook.TWICE),
                        new Act.TimePasses(45295),
                        new Act.Serve(List.of()),
                        new Act.Alter(78, Act.Alter.Alteration.END, 159, Hook.LATE),
                        new Act.HooksArrive(),
                        new Act.Serve(
                                List.of(new Misfortune(Point.NEXUDUS_READ, 0, Misfortune.Kind.LACKING, 248, null))))));
    }

    /** Shortened while nobody heard of it, and then not among what the reading of its customer brought before it broke off. */
    @Test
    void letsNobodyInByABookingThatItOnlyRemembers() {
        endsWell(shortenedUnheard(new Misfortune(Point.NEXUDUS_READ, 0, Misfortune.Kind.INCOMPLETE, 0, null)));
    }

    /** The same of a reading of everything, after the customer himself could not be read. */
    @Test
    void letsNobodyInByABookingThatTheWholeReadingHasNotShown() {
        endsWell(shortenedUnheard(
                new Misfortune(Point.NEXUDUS_READ, 0, Misfortune.Kind.SILENT, 0, null),
                new Misfortune(Point.NEXUDUS_READ, 4, Misfortune.Kind.INCOMPLETE, 0, null)));
    }

    private static Story shortenedUnheard(Misfortune... befalls) {
        return new Story(
                5,
                List.of(
                        new Act.Buy(0, Kind.BOOKING, 0, 60, 300, Hook.AT_ONCE),
                        new Act.Serve(List.of()),
                        new Act.Alter(0, Act.Alter.Alteration.END, 70, Hook.LOST),
                        new Act.TimePasses(2 * 60 * 60),
                        new Act.Again(),
                        new Act.Serve(List.of(befalls)),
                        new Act.Buy(1, Kind.CONTRACT, 0, -60, 60, Hook.AT_ONCE),
                        new Act.Serve(List.of())));
    }

    /** The answer to letting him in was lost, and what came of it could not be read either. */
    @Test
    void endsAGiftWhoseBeginningGotNoAnswer() {
        endsWell(new Story(
                5,
                List.of(
                        new Act.Give(898, 280, 40),
                        new Act.Serve(List.of(
                                new Misfortune(Point.SALTO_WRITE, 0, Misfortune.Kind.LOST, 458, null),
                                new Misfortune(Point.SALTO_READ, 1, Misfortune.Kind.THROTTLED, 723, null))),
                        new Act.Calm(null, null))));
    }

    @Test
    void letsSomebodyHaveTheSaltoUserOfACustomerWhoIsGone() {
        endsWell(new Story(
                5,
                List.of(
                        new Act.Person(295, Turn.NEW_ADDRESS, 4, Hook.AT_ONCE),
                        new Act.Buy(500, Kind.MINUTE_PASS, 770, -92, 563, Hook.TWICE),
                        new Act.SaltoUserMade(2),
                        new Act.SaltoUserDeleted(944),
                        new Act.SaltoUserDeleted(606),
                        new Act.Calm(new Act.Person(393, Turn.DELETED, 3, Hook.AT_ONCE), null))));
    }

    /** A held removal of somebody who is gone made full runs and looks at him call for each other. */
    @Test
    void isDoneWhenSomebodyIsGoneWhoseRemovalIsHeld() {
        List<Act> acts = new ArrayList<>();
        for (int customer : List.of(3, 4, 5, 6, 8, 9, 10, 11, 12)) {
            acts.add(new Act.Buy(customer, Kind.CONTRACT, customer % 3, -100 - customer, 60, Hook.AT_ONCE));
        }
        acts.add(new Act.Serve(List.of()));
        acts.add(new Act.Publish(3));
        acts.add(new Act.Serve(List.of()));
        acts.add(new Act.Person(485, Turn.DELETED, 5, Hook.LOST));
        acts.add(new Act.Person(783, Turn.DELETED, 5, Hook.AT_ONCE));
        acts.add(new Act.Calm(null, null));
        endsWell(new Story(14, acts));
    }

    @Test
    void givesNothingToSomebodyWhomABrokenOffListDidNotShow() {
        endsWell(new Story(
                5,
                List.of(
                        new Act.Buy(301, Kind.MINUTE_PASS, 232, -5, 275, Hook.TWICE),
                        new Act.Serve(List.of()),
                        new Act.Everybody(true, Hook.LATE),
                        new Act.Buy(252, Kind.BOOKING, 379, 424, 514, Hook.TWICE),
                        new Act.Publish(3),
                        new Act.Serve(
                                List.of(new Misfortune(Point.NEXUDUS_READ, 2, Misfortune.Kind.SILENT, 881, null))))));
    }

    /** What the old membership left in the ledger was cleared away together with the new one: nobody took it back any more. */
    @Test
    void takesBackWhatSomebodyGotWhoWasInvitedAgainWithTheSameLogin() {
        endsWell(new Story(
                5,
                2,
                List.of(
                        new Act.At(1, new Act.Buy(320, Kind.DAY_PASS, 375, 222, 48, Hook.AT_ONCE)),
                        new Act.At(1, new Act.Serve(List.of())),
                        new Act.At(1, new Act.SaltoUserDeleted(0)),
                        new Act.At(1, new Act.Calm(null, null)),
                        new Act.TimePasses(7_200),
                        new Act.At(1, new Act.Calm(null, null)))));
    }

    /** Salto had somebody with the address by the time of the invitation, and in the group: he was taken for ours. */
    @Test
    void leavesAloneWhoWasPutInByHandBeforeHisInvitation() {
        assertThat(writes(new Story(
                        5,
                        List.of(
                                new Act.SaltoUserMade(3),
                                new Act.ByHand(6, 0, true),
                                new Act.Buy(2, Kind.CONTRACT, 2, -60, 60, Hook.AT_ONCE),
                                new Act.Serve(List.of()),
                                new Act.Calm(null, null)))))
                .isZero();
    }

    /** Somebody before him was deleted between two pages of Salto's users: he was passed over, and taken for deleted as well. */
    @Test
    void keepsTheDoorOfSomebodyWhomAPageOfSaltosPassedOver() {
        endsWell(new Story(
                5,
                1,
                true,
                List.of(
                        new Act.Buy(1, Kind.CONTRACT, 2, -276, 60, Hook.AT_ONCE),
                        new Act.Buy(2, Kind.CONTRACT, 1, -574, 60, Hook.AT_ONCE),
                        new Act.Buy(3, Kind.CONTRACT, 2, -322, 60, Hook.AT_ONCE),
                        new Act.Serve(List.of()),
                        new Act.TimePasses(3_000),
                        new Act.Again(),
                        new Act.Serve(List.of(new Misfortune(
                                Point.SALTO_READ,
                                10,
                                Misfortune.Kind.MEANWHILE,
                                888,
                                new Act.SaltoUserDeleted(421)))))));
    }

    /** What was read while the clock was right looked newer than what was read after it had been set back, and hid it. */
    @Test
    void seesAtOnceWhatChangesWhenAClockWasSetBack() {
        endsWell(new Story(
                5,
                List.of(
                        new Act.Buy(242, Kind.TENTATIVE, 855, 9, 117, Hook.TWICE),
                        new Act.Calm(
                                new Act.Alter(417, Act.Alter.Alteration.CHECK_OUT, 240, Hook.AT_ONCE),
                                null,
                                new Act.ClockIsAhead(-255)))));
    }

    /** New matches made the contract count; before anything was recorded by them the booking ended, and that very reading lacked the contract. */
    @Test
    void keepsTheDoorOfSomebodyWhoseContractCountsSinceTheLastPublication() {
        endsWell(new Story(
                5,
                List.of(
                        new Act.Publish(2),
                        new Act.Buy(1, Kind.BOOKING, 0, -30, 120, Hook.AT_ONCE),
                        new Act.Buy(1, Kind.CONTRACT, 1, -60, 60, Hook.AT_ONCE),
                        new Act.Serve(List.of()),
                        new Act.Publish(1),
                        new Act.TimePasses(3 * 60 * 60),
                        new Act.Serve(
                                List.of(new Misfortune(Point.NEXUDUS_READ, 0, Misfortune.Kind.LACKING, 1, null))))));
    }

    /** What was written went unrecorded, and then no match named the group any more: nobody read it, so that it counted as not done. */
    @Test
    void takesBackWhatWentUnrecordedInAGroupThatIsMatchedNoMore() {
        endsWell(new Story(
                5,
                2,
                List.of(
                        new Act.At(1, new Act.Buy(538, Kind.MINUTE_PASS, 895, 94, 497, Hook.TWICE)),
                        new Act.At(1, new Act.Publish(3)),
                        new Act.At(
                                1,
                                new Act.Serve(List.of(
                                        new Misfortune(Point.SALTO_WRITE, 0, Misfortune.Kind.TAKEN_OVER, 800, null)))),
                        new Act.At(1, new Act.CutOff(Partner.SALTO)),
                        new Act.At(1, new Act.Publish(2)),
                        new Act.At(0, new Act.Calm(null, null)),
                        new Act.At(1, new Act.Calm(null, null)))));
    }

    /** Ended while nobody heard of it, before it began, and not among what the reading of its customer brought before it broke off. */
    @Test
    void letsNobodyInByAContractThatItOnlyRemembers() {
        endsWell(new Story(
                5,
                List.of(
                        new Act.Buy(1, Kind.CONTRACT, 1, 30, 60, Hook.AT_ONCE),
                        new Act.Buy(2, Kind.CONTRACT, 1, -30, 60, Hook.AT_ONCE),
                        new Act.Serve(List.of()),
                        new Act.TimePasses(45 * 60),
                        new Act.Alter(0, Act.Alter.Alteration.END, 10, Hook.LATE),
                        new Act.Serve(
                                List.of(new Misfortune(Point.NEXUDUS_READ, 0, Misfortune.Kind.INCOMPLETE, 0, null))))));
    }

    /** Each of them would have had the other looked at, and so on without end. */
    @Test
    void comesToRestWhenTwoWhoSharedAnAddressAreGone() {
        assertThat(writes(new Story(
                        5,
                        List.of(
                                new Act.Person(832, Turn.NEW_ADDRESS, 2, Hook.TWICE),
                                new Act.Person(811, Turn.DELETED, 5, Hook.LATE),
                                new Act.Publish(2),
                                new Act.Serve(List.of()),
                                new Act.Person(849, Turn.DELETED, 5, Hook.TWICE),
                                new Act.TimePasses(1900),
                                new Act.Calm(null, null)))))
                .isZero();
    }

    /** He had no seat: between giving him one and letting him in, Salto is read, and that took four days. */
    @Test
    void letsNobodyInAfterTheMachineSleptBetweenHisSeatAndTheGroup() {
        assertThat(writes(new Story(
                        5,
                        List.of(
                                new Act.Seats(6),
                                new Act.Buy(487, Kind.CONTRACT, 938, 285, 110, Hook.TWICE),
                                new Act.SaltoUserMade(3),
                                new Act.SaltoUserDeleted(508),
                                new Act.ClockIsAhead(107),
                                new Act.TimePasses(1240),
                                new Act.TimePasses(460),
                                new Act.Serve(List.of()),
                                new Act.TimePasses(53_516),
                                new Act.Serve(List.of(
                                        new Misfortune(Point.SALTO_READ, 1, Misfortune.Kind.SLEEPS, 878, null)))))))
                .isZero();
    }

    private static void endsWell(Story story) {
        assertThat(writes(story)).isPositive();
    }

    private static int writes(Story story) {
        Simulation.Ending ending = Simulation.tell(story, Flaw.NONE);
        assertThat(ending.broken()).as(String.join("\n", ending.trace())).isNull();
        return ending.writes();
    }
}
