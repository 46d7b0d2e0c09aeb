package app.latchkey.sync.run;

import static org.assertj.core.api.Assertions.assertThat;

import app.latchkey.entitlement.Because;
import app.latchkey.entitlement.Entitlement;
import app.latchkey.entitlement.NamedItem;
import app.latchkey.entitlement.PassKind;
import app.latchkey.shared.AccessGroupId;
import app.latchkey.shared.CustomerId;
import app.latchkey.shared.ItemId;
import app.latchkey.shared.PlatformUserId;
import app.latchkey.shared.SpaceId;
import app.latchkey.shared.Window;
import app.latchkey.space.Scopes;
import app.latchkey.sync.plan.LedgerRow;
import app.latchkey.sync.plan.Membership;
import app.latchkey.sync.plan.Ownership;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What the ledger promises to runs, wherever its rows are kept: on PostgreSQL, and in the simulation's memory. */
abstract class LedgerContract {

    private static final Instant NOW = Instant.parse("2026-05-01T10:00:00Z");
    private static final AccessGroupId STREET = new AccessGroupId(new UUID(2, 1));
    private static final AccessGroupId STUDIO = new AccessGroupId(new UUID(2, 2));
    private static final CustomerId ANA = new CustomerId(17);
    private static final CustomerId HER_COMPANY = new CustomerId(18);
    private static final Membership IN_THE_STREET = in(1, STREET);
    private static final Membership IN_THE_STUDIO = in(1, STUDIO);
    private static final Membership SOMEBODY_ELSE = in(2, STREET);
    private static final Entitlement PASS = earned(
            ANA,
            STREET,
            new Because.Bought(5, new NamedItem(ItemId.pass(5), "Flex pass"), PassKind.DAY, NOW.minusSeconds(60)));
    private static final Entitlement OFFICE =
            earned(HER_COMPANY, STREET, new Because.Contracted(6, new NamedItem(ItemId.office(12), "Office 12"), NOW));

    final Scopes scopes;
    final SpaceId space;
    final SpaceId other;
    final Ledger ledger;

    /** A ledger with nothing in it, of two spaces. */
    record Kept(Scopes scopes, SpaceId space, SpaceId other, Ledger ledger) {}

    LedgerContract(Kept kept) {
        this.scopes = kept.scopes();
        this.space = kept.space();
        this.other = kept.other();
        this.ledger = kept.ledger();
    }

    private static Membership in(long user, AccessGroupId group) {
        return new Membership(new PlatformUserId(new UUID(1, user)), group);
    }

    private static Entitlement earned(CustomerId customer, AccessGroupId group, Because because) {
        return new Entitlement(customer, group, Window.between(NOW, NOW.plus(Duration.ofHours(8))), because);
    }

    @Test
    void knowsWhoseAMembershipIsAndWhyItHolds() {
        put(IN_THE_STREET, Ownership.OURS, PASS, OFFICE);
        put(IN_THE_STUDIO, Ownership.ADOPTED);
        assertThat(rows())
                .containsExactlyInAnyOrder(
                        new LedgerRow(IN_THE_STREET, Ownership.OURS, List.of(PASS, OFFICE)),
                        new LedgerRow(IN_THE_STUDIO, Ownership.ADOPTED, List.of()));
        assertThat(inSpace(ledger::groups)).containsExactlyInAnyOrder(STREET, STUDIO);
    }

    @Test
    void readsTheRowsOfSomeUsersOnly() {
        put(IN_THE_STREET, Ownership.OURS, PASS);
        put(SOMEBODY_ELSE, Ownership.OURS, OFFICE);
        assertThat(inSpace(() -> ledger.of(Set.of(IN_THE_STREET.user()))))
                .containsExactly(new LedgerRow(IN_THE_STREET, Ownership.OURS, List.of(PASS)));
        assertThat(inSpace(() -> ledger.of(Set.of()))).isEmpty();
    }

    /** Whose it was at first stays; that we had to put it there again is remembered. */
    @Test
    void remembersWhatWasPutBack() {
        put(IN_THE_STREET, Ownership.ADOPTED, PASS);
        put(SOMEBODY_ELSE, Ownership.OURS, OFFICE);
        assertThat(inSpace(() -> ledger.putBack())).isEmpty();
        put(IN_THE_STREET, Ownership.OURS, OFFICE);
        assertThat(inSpace(() -> ledger.putBack())).containsExactly(IN_THE_STREET);
        assertThat(inSpace(() -> ledger.putBack(Set.of(SOMEBODY_ELSE.user())))).isEmpty();
        assertThat(inSpace(() -> ledger.putBack(Set.of(IN_THE_STREET.user())))).containsExactly(IN_THE_STREET);
        assertThat(rows()).contains(new LedgerRow(IN_THE_STREET, Ownership.ADOPTED, List.of(OFFICE)));
    }

    @Test
    void changesTheReasonsOfAMembershipAlone() {
        put(IN_THE_STREET, Ownership.OURS, PASS);
        inSpace(() -> ledger.reasons(IN_THE_STREET, List.of(OFFICE)));
        assertThat(rows()).containsExactly(new LedgerRow(IN_THE_STREET, Ownership.OURS, List.of(OFFICE)));
        assertThat(inSpace(() -> ledger.putBack())).isEmpty();
    }

    @Test
    void beginsAnewAfterAnEnd() {
        put(IN_THE_STREET, Ownership.ADOPTED, PASS);
        put(IN_THE_STREET, Ownership.ADOPTED, PASS);
        inSpace(() -> ledger.end(IN_THE_STREET, 2, NOW));
        assertThat(rows()).isEmpty();
        assertThat(inSpace(() -> ledger.putBack())).isEmpty();
        assertThat(inSpace(ledger::groups)).isEmpty();
        put(IN_THE_STREET, Ownership.OURS, OFFICE);
        assertThat(rows()).containsExactly(new LedgerRow(IN_THE_STREET, Ownership.OURS, List.of(OFFICE)));
        assertThat(inSpace(() -> ledger.putBack())).isEmpty();
    }

    @Test
    void endsNothingThatItDoesNotKnow() {
        inSpace(() -> ledger.end(IN_THE_STREET, 2, NOW));
        assertThat(rows()).isEmpty();
    }

    @Test
    void showsASpaceNoOthersRows() {
        put(IN_THE_STREET, Ownership.OURS, PASS);
        assertThat(scopes.inSpace(other, ledger::all)).isEmpty();
        scopes.inSpace(other, () -> ledger.end(IN_THE_STREET, 2, NOW));
        assertThat(rows()).hasSize(1);
    }

    private void put(Membership membership, Ownership ownership, Entitlement... reasons) {
        inSpace(() -> ledger.put(membership, ownership, List.of(reasons), 1, NOW));
    }

    private List<LedgerRow> rows() {
        return inSpace(ledger::all);
    }

    private <T> T inSpace(Supplier<T> statement) {
        return scopes.inSpace(space, statement);
    }

    private void inSpace(Runnable statement) {
        scopes.inSpace(space, statement);
    }
}
