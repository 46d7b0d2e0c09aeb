package app.latchkey.sync.plan;

import static org.assertj.core.api.Assertions.assertThat;

import app.latchkey.Fact;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DoorFindingTest {

    private static final Instant TEN = Instant.parse("2026-03-02T10:00:00Z");
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final Duration MOMENT = Duration.ofSeconds(1);

    private static Stay ours(Instant from, Instant until) {
        return new Stay(from, Optional.of(until), false, Optional.empty());
    }

    private static DoorFinding opened(Instant at, Stay... stays) {
        return DoorFinding.opened(at, List.of(stays), true);
    }

    private static DoorFinding refused(Instant at, Stay... stays) {
        return DoorFinding.refused(at, List.of(stays));
    }

    @Test
    void explainsADoorThatOpensForAMember() {
        assertThat(opened(TEN, ours(TEN, NOON))).isEqualTo(DoorFinding.EXPLAINED);
        assertThat(opened(TEN.minus(MOMENT), ours(TEN, NOON))).isEqualTo(DoorFinding.OPENED_WITHOUT_REASON);
    }

    @Test
    void allowsAnEndTheTimeThatItTakesToReachTheLock() {
        Instant last = NOON.plus(DoorFinding.TO_THE_LOCK).minus(MOMENT);
        assertThat(opened(last, ours(TEN, NOON))).isEqualTo(DoorFinding.EXPLAINED);
        assertThat(opened(last.plus(MOMENT), ours(TEN, NOON))).isEqualTo(DoorFinding.OPENED_WITHOUT_REASON);
    }

    @Fact(
            value = "A7.9",
            says =
                    "A new member of a group was at the lock within 45 seconds: whoever is refused in the first two minutes is refused for no other reason")
    @Test
    void allowsABeginningTheTimeThatItTakesToReachTheLock() {
        Instant first = TEN.plus(DoorFinding.TO_THE_LOCK);
        assertThat(DoorFinding.TO_THE_LOCK).isGreaterThan(Duration.ofSeconds(45));
        assertThat(refused(first, ours(TEN, NOON))).isEqualTo(DoorFinding.REFUSED_WITH_REASON);
        assertThat(refused(first.minus(MOMENT), ours(TEN, NOON))).isEqualTo(DoorFinding.EXPLAINED);
    }

    @Fact(
            value = "A7.10",
            says =
                    "A new time schedule took some three and a half minutes to reach the lock: whoever is refused in the first four is refused for no other reason")
    @Test
    void allowsANewScheduleTheTimeThatItTakesToReachTheLock() {
        Stay scheduled = new Stay(TEN, Optional.empty(), false, Optional.of(NOON));
        Instant first = NOON.plus(DoorFinding.SCHEDULE_TO_THE_LOCK);
        assertThat(DoorFinding.SCHEDULE_TO_THE_LOCK).isGreaterThan(Duration.ofSeconds(210));
        assertThat(refused(first, scheduled)).isEqualTo(DoorFinding.REFUSED_WITH_REASON);
        assertThat(refused(first.minus(MOMENT), scheduled)).isEqualTo(DoorFinding.EXPLAINED);
        assertThat(opened(first.minus(MOMENT), scheduled)).isEqualTo(DoorFinding.EXPLAINED);
    }

    @Test
    void explainsADoorThatRefusesWhoeverIsInNoGroup() {
        assertThat(refused(TEN)).isEqualTo(DoorFinding.EXPLAINED);
        assertThat(refused(NOON, ours(TEN, NOON))).isEqualTo(DoorFinding.EXPLAINED);
    }

    @Test
    void knowsThatWhatAnotherHandDidIsSeenLater() {
        Stay byHand = new Stay(TEN, Optional.empty(), true, Optional.empty());
        assertThat(opened(TEN.minus(Duration.ofMinutes(10)), byHand)).isEqualTo(DoorFinding.EXPLAINED);
        assertThat(opened(TEN.minus(Duration.ofMinutes(16)), byHand)).isEqualTo(DoorFinding.OPENED_WITHOUT_REASON);
        assertThat(refused(TEN.minus(MOMENT), byHand)).isEqualTo(DoorFinding.EXPLAINED);
    }

    @Test
    void saysNothingOfADoorThatOthersOpenToo() {
        assertThat(DoorFinding.opened(TEN, List.of(), false)).isEqualTo(DoorFinding.NOT_OURS_TO_SAY);
        assertThat(DoorFinding.opened(TEN, List.of(ours(TEN, NOON)), false)).isEqualTo(DoorFinding.EXPLAINED);
    }

    @Test
    void findsStrangeOnlyWhatContradictsTheGroups() {
        assertThat(DoorFinding.values())
                .filteredOn(DoorFinding::strange)
                .containsExactly(DoorFinding.OPENED_WITHOUT_REASON, DoorFinding.REFUSED_WITH_REASON);
    }
}
