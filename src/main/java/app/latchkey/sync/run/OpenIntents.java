package app.latchkey.sync.run;

import app.latchkey.shared.AccessGroupId;
import app.latchkey.sync.RunChangeRow.State;
import app.latchkey.sync.RunChangeRow.What;
import app.latchkey.sync.plan.LedgerRow;
import app.latchkey.sync.plan.Membership;
import app.latchkey.sync.plan.Ownership;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Settles steps of earlier runs whose end nobody knew: what was meant to be and now is, was our doing. Within a space's scope, after the
 * groups in question were read again.
 */
@Component
class OpenIntents {

    private final Journal journal;
    private final Ledger ledger;

    OpenIntents(Journal journal, Ledger ledger) {
        this.journal = journal;
        this.ledger = ledger;
    }

    List<Journal.Open> before(long run) {
        return journal.open(run);
    }

    /** Groups in which somebody may have been let in or out, although no match or record names them any more. */
    Set<AccessGroupId> groups() {
        return journal.open(Long.MAX_VALUE).stream()
                .map(open -> open.membership().group())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** True when the ledger has changed, so that the situation has to be read again. */
    boolean settle(Situation situation, long run, Predicate<Membership> wasRead, Instant now) {
        Set<Membership> known =
                situation.ledger().stream().map(LedgerRow::membership).collect(Collectors.toSet());
        boolean changed = false;
        for (Journal.Open open : journal.open(run)) {
            if (!wasRead.test(open.membership())) {
                continue;
            }
            boolean in = situation.members().containsKey(open.membership());
            boolean worked = in == (open.what() == What.GRANT);
            journal.ended(
                    open.run(),
                    open.step(),
                    worked ? State.DONE : State.FAILED,
                    worked ? "found done" : "found not done",
                    now,
                    0);
            if (worked && in && known.add(open.membership())) {
                ledger.put(open.membership(), Ownership.OURS, List.of(), open.run(), now);
                changed = true;
            }
        }
        return changed;
    }
}
