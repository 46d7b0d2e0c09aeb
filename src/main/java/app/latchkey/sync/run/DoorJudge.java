package app.latchkey.sync.run;

import app.latchkey.salto.SaltoSource;
import app.latchkey.salto.Snapshot;
import app.latchkey.shared.AccessGroupId;
import app.latchkey.shared.PlatformUserId;
import app.latchkey.sync.plan.DoorFinding;
import app.latchkey.sync.plan.Stay;
import app.latchkey.sync.run.DoorEventRows.Unjudged;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Holds what happened at the doors against who was in which group then. Within a space's scope. */
@Component
class DoorJudge {

    private final DoorEventRows rows;
    private final Snapshot observed;

    DoorJudge(DoorEventRows rows, Snapshot observed) {
        this.rows = rows;
        this.observed = observed;
    }

    /**
     * Records what is clear from the ledger alone.
     *
     * @return the openings that are not, each with the groups outside the space that may explain it. What is younger than the last reading of
     *     Salto's groups waits: somebody may have been put in by hand since.
     */
    Map<Unjudged, Set<AccessGroupId>> clear() {
        List<Unjudged> unjudged = rows.unjudged();
        Map<String, List<Stay>> stays =
                rows.stays(unjudged.stream().map(Unjudged::id).toList());
        Optional<Instant> seen = observed.seenAt(SaltoSource.MEMBERS);
        Map<String, DoorFinding> findings = new HashMap<>();
        Map<Unjudged, Set<AccessGroupId>> suspects = new HashMap<>();
        for (Unjudged event : unjudged) {
            DoorFinding finding = finding(event, stays.getOrDefault(event.id(), List.of()));
            if (finding.strange() && seen.filter(event.at()::isBefore).isEmpty()) {
                continue;
            }
            if (finding == DoorFinding.OPENED_WITHOUT_REASON) {
                suspects.put(event, event.lock().map(rows::othersThatOpen).orElse(Set.of()));
            } else {
                findings.put(event.id(), finding);
            }
        }
        rows.judged(findings);
        return suspects;
    }

    private DoorFinding finding(Unjudged event, List<Stay> stays) {
        return switch (event.kind()) {
            case OPENED -> DoorFinding.opened(event.at(), stays, event.lock().isPresent() && isMember(event));
            case REFUSED -> DoorFinding.refused(event.at(), stays);
            case OTHER -> DoorFinding.NOT_OURS_TO_SAY;
        };
    }

    private boolean isMember(Unjudged event) {
        return event.user()
                .flatMap(observed::user)
                .filter(user -> !user.isPrivileged())
                .isPresent();
    }

    /** @param others who is in the groups outside the space */
    void suspects(Map<Unjudged, Set<AccessGroupId>> suspects, Map<AccessGroupId, Set<PlatformUserId>> others) {
        Map<String, DoorFinding> findings = new HashMap<>();
        suspects.forEach((event, groups) -> {
            boolean explained = groups.stream()
                    .map(group -> others.getOrDefault(group, Set.of()))
                    .anyMatch(users -> event.user().filter(users::contains).isPresent());
            findings.put(event.id(), explained ? DoorFinding.NOT_OURS_TO_SAY : DoorFinding.OPENED_WITHOUT_REASON);
        });
        rows.judged(findings);
    }
}
