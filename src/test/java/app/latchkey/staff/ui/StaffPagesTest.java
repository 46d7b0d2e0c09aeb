package app.latchkey.staff.ui;

import static org.assertj.core.api.Assertions.assertThat;

import app.latchkey.connection.Partner;
import app.latchkey.connection.State;
import app.latchkey.connection.Traffic;
import app.latchkey.shared.CustomerId;
import app.latchkey.shared.SpaceId;
import app.latchkey.staff.ActAsStaff;
import app.latchkey.staff.Board;
import app.latchkey.sync.DeadLetter;
import app.latchkey.sync.FailureRow;
import app.latchkey.sync.JobHealth;
import app.latchkey.sync.RunKind;
import app.latchkey.sync.RunOutcome;
import app.latchkey.sync.RunRow;
import app.latchkey.sync.SpaceHealth;
import app.latchkey.sync.SpaceState;
import app.latchkey.sync.StaffBoard;
import app.latchkey.sync.StaffRun;
import app.latchkey.sync.StaffSpace;
import app.latchkey.sync.Subject;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.dom.Element;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the staff's pages say in each of their states. */
class StaffPagesTest {

    private static final Map<Partner, Traffic.State> TRAFFIC = Map.of(
            Partner.SALTO,
            new Traffic.State(12, Duration.ZERO, true),
            Partner.NEXUDUS,
            new Traffic.State(0, Duration.ofMillis(2400), false));

    private static final Instant NOW = Instant.parse("2026-05-04T10:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    private static final FailureRow SILENT = new FailureRow(
            "SILENT",
            Optional.of("SALTO"),
            "PARTNER",
            true,
            List.of("loft", "mill"),
            26,
            NOW.minusSeconds(600),
            "Salto does not answer");
    private static final FailureRow SIGN_IN = new FailureRow(
            "NEEDS_SIGN_IN",
            Optional.of("NEXUDUS"),
            "SPACE",
            false,
            List.of("pier"),
            0,
            NOW.minusSeconds(60),
            "Nexudus needs signing in again");

    @Test
    void theBoardShowsACauseThatSeveralSpacesShareAndLeadsToEachSpace() {
        Component board = new BoardView(new Summaries(List.of(SILENT)), NOBODY, CLOCK);

        assertThat(words(board))
                .contains("0 of 1 running space is right.", "Salto does not answer", "2 spaces · 26 people next hour");
        assertThat(board.getElement().getOuterHTML()).contains("href=\"/staff/spaces/mill\"");
    }

    @Test
    void theBoardShowsNoIncidentWhenNothingFails() {
        assertThat(words(new BoardView(new Summaries(List.of()), NOBODY, CLOCK)))
                .doesNotContain("Must act");
    }

    @Test
    void failuresSayWhoseTurnItIsAndOfferAgainOnlyWhereItHelps() {
        FailuresView view = new FailuresView(new Summaries(List.of()), NOBODY, CLOCK);
        String both = words(view.draw(List.of(SILENT, SIGN_IN)));

        assertThat(both).contains("Must act: Salto", "Must act: the operator", "All 2", "Operators’ 1");
        assertThat(both).contains("Try all 2 spaces again").doesNotContain("Try all 1 space again");
        assertThat(both).contains("Trying again does not help before that.");
        assertThat(words(view.draw(List.of()))).isEqualTo("Nothing is failing.");
    }

    @Test
    void nobodyIsOfferedToPressWherePressingAddsToTheLoad() {
        FailureRow slower = new FailureRow(
                "THROTTLED",
                Optional.of("NEXUDUS"),
                "PARTNER",
                true,
                List.of("loft", "mill"),
                3,
                NOW.minusSeconds(60),
                "Nexudus asks us to slow down");
        FailuresView view = new FailuresView(new Summaries(List.of()), NOBODY, CLOCK);
        assertThat(words(view.draw(List.of(slower))))
                .contains("It goes on by itself.")
                .doesNotContain("Try all");
    }

    @Test
    void aSpaceIsFoundByItsNameItsAddressOrItsId() {
        SpaceHealth mill = health(SpaceState.PAUSED, 0);
        Board board = new Board(List.of(mill));
        assertThat(board.found(mill.name().toUpperCase(Locale.ROOT))).containsExactly(mill);
        assertThat(board.found(mill.slug())).containsExactly(mill);
        assertThat(board.found(mill.space().toString())).containsExactly(mill);
        assertThat(board.found("nowhere")).isEmpty();
        assertThat(Board.word(Board.shown(mill.state()))).isEqualTo("Paused");
    }

    /** Nobody is called right who does not run, nor wrong. */
    @Test
    void theBoardCountsTheSpacesThatRun() {
        assertThat(new Board(List.of(
                                health(SpaceState.RIGHT, 0),
                                health(SpaceState.STOPPED, 0),
                                health(SpaceState.PAUSED, 0),
                                health(SpaceState.IN_SET_UP, 0)))
                        .sentence())
                .isEqualTo("1 of 2 running spaces are right. 2 people in 1 space may not get in within the hour.");
        assertThat(new Board(List.of(health(SpaceState.LEAVING, 0))).sentence()).startsWith("No space is running.");
    }

    /** A phone's card says what is out of the ordinary; a table has to fill its columns. */
    @Test
    void theBoardMarksWhatIsAsUsual() {
        Component board = new BoardView(new Summaries(List.of()), NOBODY, CLOCK);
        assertThat(asUsual(board.getElement()))
                .contains("Salto", "Nexudus", "Decisions")
                .doesNotContain("State", "Wrong now", "Due next hour");
    }

    /** The headings of cells that a phone leaves out. */
    private static List<String> asUsual(Element element) {
        Stream<String> own =
                element.hasAttribute("data-nothing") ? Stream.of(element.getAttribute("data-heading")) : Stream.empty();
        return Stream.concat(own, element.getChildren().flatMap(child -> asUsual(child).stream()))
                .toList();
    }

    @Test
    void theBoardSaysWhyASpaceWritesNothingThatIsBeingCompared() {
        Component board = new BoardView(new Summaries(List.of(), health(SpaceState.COMPARING, 0)), NOBODY, CLOCK);
        assertThat(words(board)).contains("compared with Salto before anything is written");
    }

    @Test
    void workThatFailsAgainAndAgainIsNamedByItsNumberWithItsCause() {
        DeadLetter letter = new DeadLetter(
                new SpaceId(new UUID(1, 1)),
                "mill",
                Subject.customer(new CustomerId(17)),
                8,
                NOW.minusSeconds(900),
                "Something broke on our side. Reference K7-42");
        assertThat(words(new DeadLetters(List.of(letter), NOBODY, NOW)))
                .contains("mill", "Customer 17", "failed 8 times", "Reference K7-42", "Try again");
    }

    @Test
    void aSpaceInTroubleNamesTheCauseAndTheCure() {
        String page = words(spaceView().draw(space(SpaceState.STOPPED, Optional.of(SIGN_IN), 4)));

        assertThat(page).contains("Nexudus needs signing in again", "Must act: the operator", "4 people");
        assertThat(page).contains("Run 7", "3 in, 1 out", "regular reading", "Customer 17");
    }

    @Test
    void saysHowFreelyEachPartnerMayBeAsked() {
        assertThat(words(spaceView().draw(space(SpaceState.RIGHT, Optional.empty(), 0))))
                .contains(
                        "Requests to Salto KS",
                        "none for some seconds",
                        "Requests to Nexudus",
                        "next may leave in 3 seconds");
    }

    @Test
    void aSpaceInSetUpIsNotCalledWrong() {
        assertThat(words(spaceView().draw(space(SpaceState.IN_SET_UP, Optional.empty(), 0))))
                .contains("Nothing runs, nothing is wrong.")
                .doesNotContain("Must act");
    }

    @Test
    void aSpaceWhoseOperatorStoppedEveryChangeSaysUntilWhen() {
        assertThat(words(spaceView().draw(space(SpaceState.FROZEN, Optional.empty(), 0))))
                .contains("Its operator has stopped every change until 11:00.")
                .doesNotContain("Nothing is wrong here.");
    }

    private static SpaceOfStaffView spaceView() {
        return new SpaceOfStaffView(new Summaries(List.of()), NOBODY, CLOCK);
    }

    private static StaffSpace space(SpaceState state, Optional<FailureRow> trouble, int wrong) {
        RunRow run = new RunRow(
                7,
                RunKind.FULL,
                "space",
                List.of("period"),
                NOW.minusSeconds(60),
                Optional.of(NOW),
                RunOutcome.DONE,
                3,
                1,
                0,
                0,
                0,
                0,
                Optional.empty());
        StaffSpace.DueRow due = new StaffSpace.DueRow("customer:17", List.of("webhook"), NOW.plusSeconds(30), 2);
        return new StaffSpace(health(state, wrong), trouble, List.of(run), List.of(due), Optional.empty(), TRAFFIC);
    }

    private static SpaceHealth health(SpaceState state, int wrong) {
        return new SpaceHealth(
                new SpaceId(new UUID(1, 1)),
                "mill",
                "Old Mill",
                state,
                wrong,
                Optional.empty(),
                2,
                0,
                0,
                0,
                state == SpaceState.FROZEN ? Optional.of(NOW.plusSeconds(3600)) : Optional.empty(),
                Optional.of(NOW),
                Optional.of(NOW),
                false,
                State.CONNECTED,
                State.CONNECTED,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static String words(Component component) {
        return component.getElement().getTextRecursively();
    }

    private static final ActAsStaff NOBODY = app.latchkey.staff.TestStaff.thatMayNothing();

    /** One space, behind unless it is given, with the failures it is given. */
    private record Summaries(List<FailureRow> failures, SpaceHealth only) implements StaffBoard {

        Summaries(List<FailureRow> failures) {
            this(failures, health(SpaceState.BEHIND, 3));
        }

        @Override
        public List<SpaceHealth> board() {
            return List.of(only);
        }

        @Override
        public List<DeadLetter> deadLetters() {
            return List.of();
        }

        @Override
        public Optional<StaffSpace> space(String slug) {
            return Optional.empty();
        }

        @Override
        public JobHealth jobs() {
            return new JobHealth(
                    List.of(), Optional.empty(), 0, Optional.empty(), Optional.empty(), List.of(), List.of());
        }

        @Override
        public List<StaffRun> runs(int limit) {
            return List.of();
        }
    }
}
