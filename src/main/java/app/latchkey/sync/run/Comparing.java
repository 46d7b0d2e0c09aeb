package app.latchkey.sync.run;

import app.latchkey.audit.Audit;
import app.latchkey.entitlement.Entitlement;
import app.latchkey.shared.CustomerId;
import app.latchkey.shared.PlatformUserId;
import app.latchkey.shared.SpaceId;
import app.latchkey.space.Gap;
import app.latchkey.space.Gaps;
import app.latchkey.space.Spaces;
import app.latchkey.sync.plan.Comparison;
import app.latchkey.sync.plan.Membership;
import app.latchkey.sync.plan.PlanInput;
import app.latchkey.sync.plan.Reading;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Compares Salto with the ledger after a gap. Where they agree, work goes on at once; where they do not, an operator is asked. Within a
 * space's scope, after Salto was read to the end.
 */
@Component
class Comparing {

    private final Spaces spaces;
    private final Gaps gaps;
    private final GapLines lines;
    private final Planning planning;
    private final Audit audit;

    Comparing(Spaces spaces, Gaps gaps, GapLines lines, Planning planning, Audit audit) {
        this.spaces = spaces;
        this.gaps = gaps;
        this.lines = lines;
        this.planning = planning;
        this.audit = audit;
    }

    /**
     * The situation after the comparison; the same where there is no gap.
     *
     * @param complete whether Nexudus was read to the end as well: only then is it known what explains a membership, and somebody asked
     */
    Situation since(
            Situation situation,
            Set<CustomerId> persons,
            Set<PlatformUserId> users,
            List<Entitlement> entitlements,
            Reading reading,
            boolean complete,
            Instant now) {
        Optional<Gap> gap = situation.space().gap();
        if (gap.isEmpty()) {
            return situation;
        }
        PlanInput input = planning.input(situation, persons, users, entitlements, reading, now);
        Comparison comparison =
                Comparison.of(input, byHand(situation, gap.get()), gap.get().since());
        return settled(situation, gap.get(), comparison, complete, now);
    }

    /** Once the question is open, whatever else turns up was made by somebody else: we write nothing. */
    private Set<Membership> byHand(Situation situation, Gap gap) {
        if (!gap.asked()) {
            return lines.byHand();
        }
        Set<Membership> others = new HashSet<>(situation.members().keySet());
        others.removeAll(lines.asked());
        return others;
    }

    private Situation settled(Situation situation, Gap gap, Comparison comparison, boolean complete, Instant now) {
        SpaceId space = situation.space().id();
        if (comparison.agrees(complete)) {
            lines.clear();
            gaps.close(space);
            audit.record(
                    space,
                    "Latchkey",
                    "compared Salto with its own record after a time without any run, and went on: they agree",
                    Map.of("since", gap.since().toString()));
        } else if (complete) {
            lines.only(comparison.findings(), situation);
            gaps.asked(space, now);
        }
        return situation.of(spaces.get(space));
    }
}
