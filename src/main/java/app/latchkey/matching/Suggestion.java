package app.latchkey.matching;

import app.latchkey.shared.AccessGroupId;
import app.latchkey.shared.ItemId;
import java.util.List;
import java.util.Optional;

/**
 * What we would choose for an item.
 *
 * @param candidates the groups that could fit, the best first; none when nothing does
 */
public record Suggestion(ItemId item, Sureness sureness, List<Candidate> candidates) {

    /** How sure we are. Only {@link #SAFE} may be ticked without a person. */
    public enum Sureness {
        /** One clear best. */
        SAFE,
        /** One that is likely, on weak evidence. */
        LIKELY,
        /** Two or more could fit. */
        UNSURE,
        NONE
    }

    /** One group that could fit, and why. */
    public record Candidate(AccessGroupId group, List<Evidence> evidence) {
        public Candidate {
            evidence = List.copyOf(evidence);
        }

        int weight() {
            return evidence.stream().mapToInt(Evidence::weight).sum();
        }
    }

    public Suggestion {
        candidates = List.copyOf(candidates);
    }

    /** The group that may be ticked without a person. */
    public Optional<AccessGroupId> safe() {
        return sureness == Sureness.SAFE ? best() : Optional.empty();
    }

    public Optional<AccessGroupId> best() {
        return candidates.stream().findFirst().map(Candidate::group);
    }
}
