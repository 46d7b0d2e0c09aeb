package app.latchkey.entitlement;

import static app.latchkey.entitlement.Shop.*;
import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SUNDAY;
import static java.time.DayOfWeek.TUESDAY;
import static java.time.DayOfWeek.WEDNESDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.latchkey.Case;
import app.latchkey.shared.ItemId;
import app.latchkey.shared.Language;
import app.latchkey.shared.Window;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ContractRulesTest {

    private static final Contract OFFICE = contract(1, ANA, OFFICE_12, "2026-01-01T00:00:00Z");

    @Test
    void opensFromItsStartWithoutAnEnd() {
        assertThat(streetDoor(OFFICE)).containsExactly(Window.from(at("2026-01-01T00:00:00Z")));
    }

    @Case(8)
    @Test
    void grantsUntilTheDateOfACancellationAhead() {
        assertThat(streetDoor(cancelled(OFFICE, "2026-01-28T00:00:00Z")))
                .containsExactly(between("2026-01-01T00:00:00Z", "2026-01-28T00:00:00Z"));
    }

    @Test
    void grantsNothingWhenCancelledWithoutADateOrBeforeItBegan() {
        assertThat(streetDoor(cancelled(OFFICE, null))).isEmpty();
        assertThat(streetDoor(cancelled(OFFICE, "2025-12-01T00:00:00Z"))).isEmpty();
        assertThat(streetDoor(cancelled(OFFICE, "2026-01-01T00:00:00Z"))).isEmpty();
    }

    @Test
    void grantsNothingWhileInactive() {
        assertThat(streetDoor(inactive(OFFICE))).isEmpty();
    }

    @Case(7)
    @Test
    void leavesOutPausesAndGoesOnAfterThem() {
        assertThat(streetDoor(paused(
                        cancelled(OFFICE, "2026-06-01T00:00:00Z"),
                        between("2026-03-01T00:00:00Z", "2026-04-01T00:00:00Z"),
                        between("2026-02-01T00:00:00Z", "2026-02-10T00:00:00Z"))))
                .containsExactly(
                        between("2026-01-01T00:00:00Z", "2026-02-01T00:00:00Z"),
                        between("2026-02-10T00:00:00Z", "2026-03-01T00:00:00Z"),
                        between("2026-04-01T00:00:00Z", "2026-06-01T00:00:00Z"));
    }

    @Test
    void takesPausesAtTheEdgesAndWithoutAnEnd() {
        assertThat(streetDoor(paused(OFFICE, between("2025-12-01T00:00:00Z", "2026-01-05T00:00:00Z"))))
                .containsExactly(Window.from(at("2026-01-05T00:00:00Z")));
        assertThat(streetDoor(paused(OFFICE, Window.from(at("2026-02-01T00:00:00Z")))))
                .containsExactly(between("2026-01-01T00:00:00Z", "2026-02-01T00:00:00Z"));
        assertThat(streetDoor(paused(OFFICE, Window.from(at("2025-02-01T00:00:00Z")))))
                .isEmpty();
        assertThat(streetDoor(paused(
                        cancelled(OFFICE, "2026-02-01T00:00:00Z"),
                        between("2026-03-01T00:00:00Z", "2026-04-01T00:00:00Z"))))
                .containsExactly(between("2026-01-01T00:00:00Z", "2026-02-01T00:00:00Z"));
    }

    @Test
    void findsAnOfficeThatWasMatchedAsADesk() {
        Matches asDesk = new Matches(1, Map.of(ItemId.desk(12), Set.of(STREET)));
        assertThat(Entitlements.of(Person.active(ANA), List.of(OFFICE), asDesk, LONDON))
                .hasSize(1);
    }

    @Case(9)
    @Test
    void leavesNoGapWhenOneContractFollowsAnotherAtMidnight() {
        assertThat(streetDoor(
                        cancelled(OFFICE, "2026-02-01T00:00:00Z"), contract(2, ANA, DESK_9, "2026-02-01T00:00:00Z")))
                .containsExactly(Window.from(at("2026-01-01T00:00:00Z")));
    }

    @Test
    void opensOnItsDaysOnlyAsLongAsTheyAreCounted() {
        assertThat(streetDoor(partTime(OFFICE, MONDAY, TUESDAY, FRIDAY)))
                .startsWith(
                        between("2026-03-30T23:00:00Z", "2026-03-31T23:00:00Z"),
                        between("2026-04-02T23:00:00Z", "2026-04-03T23:00:00Z"),
                        between("2026-04-05T23:00:00Z", "2026-04-07T23:00:00Z"))
                .endsWith(between("2026-04-30T23:00:00Z", "2026-05-01T23:00:00Z"))
                .hasSize(10);
    }

    @Test
    void countsItsDaysInTheSpacesZoneFromCutOffToCutOff() {
        Rules inMadridAtThree = LONDON.in(ZoneId.of("Europe/Madrid")).cutOffAt(LocalTime.of(3, 0));
        assertThat(streetDoor(inMadridAtThree, partTime(OFFICE, WEDNESDAY)).getFirst())
                .isEqualTo(between("2026-04-01T01:00:00Z", "2026-04-02T01:00:00Z"));
        Contract overTheChange = new Contract(
                1,
                ANA,
                List.of(OFFICE_12),
                at("2026-01-01T00:00:00Z"),
                true,
                false,
                null,
                List.of(),
                List.of(new PartTime(
                        OFFICE_12.id(), Set.of(SUNDAY), between("2026-03-28T12:00:00Z", "2026-03-31T00:00:00Z"))));
        assertThat(streetDoor(overTheChange))
                .as("the day on which clocks go forward")
                .containsExactly(between("2026-03-29T00:00:00Z", "2026-03-29T23:00:00Z"));
    }

    @Test
    void opensOnNoDayOfAPauseNorAfterItsEnd() {
        assertThat(streetDoor(partTime(
                        paused(
                                cancelled(OFFICE, "2026-04-20T12:00:00Z"),
                                between("2026-04-05T00:00:00Z", "2026-04-13T12:00:00Z")),
                        MONDAY)))
                .containsExactly(
                        between("2026-04-13T12:00:00Z", "2026-04-13T23:00:00Z"),
                        between("2026-04-19T23:00:00Z", "2026-04-20T12:00:00Z"));
    }

    @Test
    void isForOnePlaceAlwaysAndForAnotherOnItsDays() {
        Contract both = new Contract(
                1,
                ANA,
                List.of(DESK_9, OFFICE_12),
                at("2026-01-01T00:00:00Z"),
                true,
                false,
                null,
                List.of(),
                List.of(new PartTime(
                        OFFICE_12.id(), Set.of(MONDAY), between("2026-04-06T00:00:00Z", "2026-04-08T00:00:00Z"))));
        assertThat(Entitlements.windows(both, DESK_9, List.of(), LONDON))
                .containsExactly(Window.from(at("2026-01-01T00:00:00Z")));
        assertThat(Entitlements.windows(both, OFFICE_12, List.of(), LONDON))
                .containsExactly(between("2026-04-05T23:00:00Z", "2026-04-06T23:00:00Z"));
        assertThat(Entitlements.windows(both, List.of(), LONDON))
                .containsExactly(Window.from(at("2026-01-01T00:00:00Z")));
        assertThatThrownBy(() -> new PartTime(OFFICE_12.id(), Set.of(MONDAY), Window.from(at("2026-04-06T00:00:00Z"))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void saysItsDaysWithItsPlace() {
        Because because = Entitlements.of(
                        Person.active(ANA), List.of(partTime(OFFICE, TUESDAY, MONDAY)), MATCHES, LONDON)
                .getFirst()
                .because();
        Voice operator = new Voice(Audience.OPERATOR, "Harbour", LONDON.zone(), at("2026-04-08T12:00:00Z"));
        assertThat(BecauseWords.say(because, operator)).startsWith("contract for Office 12 (Monday, Tuesday) since");
        Voice member = new Voice(Audience.MEMBER, "Harbour", LONDON.zone(), at("2026-04-08T12:00:00Z"), Language.DE);
        assertThat(BecauseWords.say(because, member)).contains("Office 12 (Montag, Dienstag)");
    }
}
