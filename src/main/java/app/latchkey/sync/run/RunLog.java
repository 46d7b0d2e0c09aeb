package app.latchkey.sync.run;

import app.latchkey.connection.PartnerFailure;
import app.latchkey.entitlement.Reason;
import app.latchkey.shared.CustomerId;
import app.latchkey.shared.SpaceId;
import app.latchkey.sync.RunChangeRow.What;
import app.latchkey.sync.plan.Membership;
import app.latchkey.sync.work.Lease;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One run while it is going on: its number, its lease, and what it has counted so far. Used by one thread. */
final class RunLog {

    private final SpaceId space;
    private final Lease lease;
    private final long number;
    private final List<Journal.Line> refused = new ArrayList<>();
    private final Map<Membership, Reason> unfinished = new HashMap<>();
    private int steps;
    private int added;
    private int removed;
    private int kept;
    private int withheld;
    private int held;
    private int failed;
    private @Nullable PartnerFailure failure;

    RunLog(SpaceId space, Lease lease, long number) {
        this.space = space;
        this.lease = lease;
        this.number = number;
    }

    SpaceId space() {
        return space;
    }

    Lease lease() {
        return lease;
    }

    long number() {
        return number;
    }

    int nextStep() {
        return ++steps;
    }

    void countAdded() {
        added++;
    }

    void countRemoved() {
        removed++;
    }

    void countKept() {
        kept++;
    }

    void countWithheld() {
        withheld++;
    }

    void countHeld() {
        held++;
    }

    void countFailed(@Nullable PartnerFailure why) {
        failed++;
        failure = why == null ? failure : why;
    }

    /** Salto answers well, and does not do this for this one person. */
    void refusedBySalto(Journal.Line deed) {
        refused.add(deed);
    }

    /** Whether Salto refused to invite them, or to take them into the group. */
    boolean isRefusedBySalto(CustomerId newcomer) {
        return refused.stream().anyMatch(deed -> deed.what() == What.INVITE && newcomer.equals(deed.customer()));
    }

    boolean isRefusedBySalto(Membership membership) {
        return refused.stream()
                .anyMatch(deed -> membership.user().equals(deed.user())
                        && membership.group().equals(deed.group()));
    }

    /** Salto has this one, and yet it does not open: why. */
    void notQuite(Membership membership, Reason reason) {
        unfinished.put(membership, reason);
    }

    Optional<Reason> notQuite(Membership membership) {
        return Optional.ofNullable(unfinished.get(membership));
    }

    Optional<PartnerFailure> failure() {
        return Optional.ofNullable(failure);
    }

    int added() {
        return added;
    }

    int removed() {
        return removed;
    }

    int kept() {
        return kept;
    }

    int withheld() {
        return withheld;
    }

    int held() {
        return held;
    }

    int failed() {
        return failed;
    }
}
