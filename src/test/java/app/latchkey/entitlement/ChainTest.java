package app.latchkey.entitlement;

import static org.assertj.core.api.Assertions.assertThat;

import app.latchkey.entitlement.Check.Result;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** The links between a purchase and an open door, and what each reason says of them. */
class ChainTest {

    private static final WeeklyHours MORNINGS = new WeeklyHours(
            List.of(new WeeklyHours.Span(EnumSet.allOf(DayOfWeek.class), LocalTime.of(8, 0), LocalTime.of(12, 0))),
            ZoneOffset.UTC);

    private static final Reason OPEN = new Reason.Open(List.of(), null);
    private static final Reason SILENT = new Reason.NexudusSilent(Instant.parse("2026-01-08T12:00:00Z"));

    private static List<String> reasons(Predicate<Reason> which) {
        return AllReasons.reasons().stream().filter(which).map(Reason::code).toList();
    }

    private static List<String> at(Step step) {
        return reasons(reason -> Step.of(reason) == step);
    }

    private static List<String> shownAs(DoorState state) {
        return reasons(reason -> Verdicts.of(reason) == state);
    }

    private static Check check(Explanation explanation, Step step) {
        return explanation.checks().stream()
                .filter(check -> check.step() == step)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void looksFirstWhetherAndAsWhomSomebodyIsKnownAndWhatHeHas() {
        assertThat(at(Step.CUSTOMER_ACTIVE)).containsExactlyInAnyOrder("suspended", "invoice-open");
        assertThat(at(Step.LINKED))
                .containsExactlyInAnyOrder(
                        "two-customers-one-email",
                        "several-salto-users",
                        "salto-user-taken",
                        "link-broken",
                        "no-way-to-invite",
                        "protected-person");
        assertThat(at(Step.PURCHASE))
                .containsExactlyInAnyOrder(
                        "never-bought",
                        "not-confirmed",
                        "booking-cancelled",
                        "booking-moved",
                        "other-location",
                        "nexudus-silent");
    }

    @Test
    void looksThenWhetherItOpensThisDoorAndNow() {
        assertThat(at(Step.MATCH))
                .containsExactlyInAnyOrder("item-unmatched", "door-not-set-up", "group-gone", "way-not-complete");
        assertThat(at(Step.WINDOW))
                .containsExactlyInAnyOrder(
                        "too-early",
                        "just-ended",
                        "pass-used-up",
                        "pass-expired",
                        "day-pass-over",
                        "contract-not-begun",
                        "contract-paused",
                        "contract-ended",
                        "access-ended");
    }

    @Test
    void looksLastWhatBecameOfItInSaltoAndAtTheDoor() {
        assertThat(at(Step.DECIDED))
                .containsExactlyInAnyOrder(
                        "refused",
                        "waiting-for-approval",
                        "disputed",
                        "not-understood",
                        "space-paused",
                        "space-frozen",
                        "space-watching",
                        "taken-out-by-hand");
        assertThat(at(Step.IN_SALTO))
                .containsExactlyInAnyOrder(
                        "open", "open-by-hand", "on-its-way", "being-taken-out", "salto-refuses", "salto-silent");
        assertThat(at(Step.SEAT)).containsExactly("no-seat");
        assertThat(at(Step.WAY_IN))
                .containsExactlyInAnyOrder(
                        "invitation-open",
                        "no-way-in",
                        "tag-blocked",
                        "blocked-in-salto",
                        "expired-in-salto",
                        "passport-not-offered");
        assertThat(at(Step.HOURS)).containsExactly("outside-hours");
        assertThat(at(Step.LOCK)).containsExactly("lock-offline");
    }

    /** What may be old news shuts no door: it may well open. */
    @Test
    void showsADoorOpenAlsoWhileOneOfThoseWhoWouldKnowIsSilent() {
        assertThat(shownAs(DoorState.OPEN))
                .containsExactlyInAnyOrder("open", "salto-silent", "nexudus-silent", "lock-offline");
        assertThat(shownAs(DoorState.BY_HAND)).containsExactly("open-by-hand");
    }

    @Test
    void tellsWhatComesByItselfFromWhatSomebodyHasToDecide() {
        assertThat(shownAs(DoorState.NEXT))
                .containsExactlyInAnyOrder("too-early", "contract-not-begun", "outside-hours");
        assertThat(shownAs(DoorState.ON_ITS_WAY)).containsExactlyInAnyOrder("on-its-way", "being-taken-out");
        assertThat(shownAs(DoorState.WITHHELD))
                .containsExactlyInAnyOrder(
                        "two-customers-one-email",
                        "several-salto-users",
                        "salto-user-taken",
                        "link-broken",
                        "no-way-to-invite",
                        "protected-person",
                        "salto-refuses",
                        "refused",
                        "waiting-for-approval",
                        "disputed",
                        "not-understood",
                        "no-seat",
                        "invitation-open",
                        "no-way-in",
                        "tag-blocked",
                        "blocked-in-salto",
                        "expired-in-salto",
                        "door-not-set-up",
                        "group-gone",
                        "taken-out-by-hand",
                        "space-paused",
                        "space-frozen",
                        "space-watching");
        assertThat(shownAs(DoorState.CLOSED)).hasSize(17);
        assertThat(Verdicts.of(new Reason.OutsideHours(MORNINGS, null))).isEqualTo(DoorState.CLOSED);
    }

    @Test
    void namesTheFirstBrokenLinkWhateverWasFoundFirst() {
        Reason hours = new Reason.OutsideHours(MORNINGS, null);
        Explanation explanation = Explanation.of(List.of(hours, new Reason.NoSeat(), SILENT), OPEN);
        assertThat(explanation.reason()).isEqualTo(new Reason.NoSeat());
        assertThat(check(explanation, Step.PURCHASE).result()).isEqualTo(Result.DOUBTFUL);
        assertThat(check(explanation, Step.PURCHASE).reason()).contains(SILENT);
        assertThat(check(explanation, Step.DECIDED).result()).isEqualTo(Result.HOLDS);
        assertThat(check(explanation, Step.DECIDED).reason()).isEmpty();
        assertThat(check(explanation, Step.SEAT).result()).isEqualTo(Result.BROKEN);
        assertThat(check(explanation, Step.SEAT).reason()).contains(new Reason.NoSeat());
        assertThat(check(explanation, Step.HOURS).result()).isEqualTo(Result.NOT_REACHED);
    }

    @Test
    void letsNoDoubtShutADoor() {
        Explanation explanation = Explanation.of(List.of(SILENT), OPEN);
        assertThat(explanation.verdict()).isEqualTo(DoorState.OPEN);
        assertThat(explanation.reason()).isEqualTo(OPEN);
        assertThat(explanation.checks()).extracting(Check::result).doesNotContain(Result.BROKEN, Result.NOT_REACHED);
    }
}
