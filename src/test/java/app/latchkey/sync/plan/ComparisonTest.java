package app.latchkey.sync.plan;

import static app.latchkey.entitlement.Shop.*;
import static app.latchkey.sync.plan.Scene.in;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import app.latchkey.entitlement.Booking;
import app.latchkey.entitlement.Contract;
import app.latchkey.sync.plan.Comparison.Finding;
import app.latchkey.sync.plan.Comparison.Kind;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ComparisonTest {

    private static final Instant YESTERDAY = Instant.parse("2026-01-07T14:30:00Z");
    private static final Contract OFFICE = contract(1, ANA, OFFICE_12, "2026-01-01T00:00:00Z");
    private static final Booking OVER = booking(2, BEN, ROOM_2, "2026-01-08T10:00:00Z", "2026-01-08T11:00:00Z");
    private static final Booking LONG_OVER = booking(3, BEN, ROOM_2, "2026-01-06T10:00:00Z", "2026-01-06T11:00:00Z");
    private static final Booking AHEAD = booking(4, BEN, ROOM_2, "2026-01-08T18:00:00Z", "2026-01-08T19:00:00Z");

    private final Scene scene = Scene.at("2026-01-08T14:30:00Z").linked(ANA, 1).linked(BEN, 2);

    @Test
    void findsNothingWhereSaltoAndTheLedgerAgree() {
        scene.buys(OFFICE).run();
        assertThat(compared().agrees(false)).isTrue();
    }

    @Test
    void leavesAloneWhatIsKnownToBeByHandAndWhoeverIsNeverTouched() {
        scene.byHand(2, STUDIO).byHand(1, STUDIO).untouchable(1);
        assertThat(compared(in(2, STUDIO)).agrees(false)).isTrue();
    }

    @Test
    void saysWhatExplainsAMembershipThatTheLedgerDoesNotKnow() {
        scene.buys(OFFICE, OVER).byHand(1, STUDIO);
        scene.entitlements().forEach(each -> scene.present(in(each.customer().equals(ANA) ? 1 : 2, each.group())));
        assertThat(compared().findings())
                .extracting(Finding::kind)
                .containsOnly(Kind.ENTITLED, Kind.WAS_ENTITLED, Kind.UNEXPLAINED);
        assertThat(compared().agrees(true)).isFalse();
        assertThat(compared().findings())
                .filteredOn(finding -> finding.kind() == Kind.UNEXPLAINED)
                .extracting(Finding::membership, Finding::reasons)
                .containsExactly(tuple(in(1, STUDIO), List.of()));
        assertThat(compared().findings())
                .filteredOn(finding -> finding.kind() != Kind.UNEXPLAINED)
                .allMatch(finding -> !finding.reasons().isEmpty());
    }

    @Test
    void explainsNothingByWhatEndedBeforeOrHasNotBegun() {
        scene.buys(LONG_OVER, AHEAD);
        scene.entitlements().forEach(each -> scene.present(in(2, each.group())));
        assertThat(compared().findings()).extracting(Finding::kind).containsOnly(Kind.UNEXPLAINED);
        assertThat(compared().agrees(true)).isTrue();
        assertThat(compared().agrees(false))
                .as("something unread may explain it")
                .isFalse();
    }

    @Test
    void findsWhatSaltoNoLongerHas() {
        scene.buys(OFFICE).run();
        Set<Membership> before = scene.memberships();
        before.forEach(scene::out);
        assertThat(compared().findings())
                .hasSameSizeAs(before)
                .extracting(Finding::kind)
                .containsOnly(Kind.MISSING);
        assertThat(compared().agrees(true)).isFalse();
        scene.loses(OFFICE.key());
        assertThat(compared().findings()).extracting(Finding::kind).containsOnly(Kind.MISSING_AND_OVER);
        assertThat(compared().agrees(true)).isTrue();
    }

    @Test
    void writesNothingUntilThen() {
        scene.buys(OFFICE).conduct(Conduct.UNKNOWN);
        assertThat(scene.plan().isQuiet()).isTrue();
        assertThat(scene.plan().only(Decision.Hold.class))
                .isNotEmpty()
                .allMatch(hold -> hold.reason() == HoldReason.UNKNOWN);
    }

    private Comparison compared(Membership... byHand) {
        return Comparison.of(scene.input(), Set.of(byHand), YESTERDAY);
    }

    @Test
    void missesNobodyWhoIsNotOursOrWhoseGroupIsGone() {
        scene.row(LedgerRow.of(Scene.user(2), STREET, Ownership.FOREIGN));
        assertThat(compared().findings()).isEmpty();
        scene.buys(OFFICE).run();
        scene.gone(STREET);
        assertThat(compared().findings()).isEmpty();
    }

    @Test
    void listsFindingsOfOneKindByPersonAndTellsOnWhichSideTheyAre() {
        scene.byHand(3, STUDIO).byHand(1, STUDIO).byHand(2, STREET).byHand(2, STUDIO);
        assertThat(compared().findings())
                .extracting(Finding::membership)
                .containsExactly(in(1, STUDIO), in(2, STREET), in(2, STUDIO), in(3, STUDIO));
        assertThat(Kind.values())
                .filteredOn(Kind::isInSalto)
                .containsExactly(Kind.ENTITLED, Kind.WAS_ENTITLED, Kind.UNEXPLAINED);
    }
}
