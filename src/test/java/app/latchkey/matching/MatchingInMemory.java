package app.latchkey.matching;

import app.latchkey.entitlement.Matches;
import app.latchkey.shared.SpaceId;
import app.latchkey.simulation.Memory;
import app.latchkey.space.Scopes;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Published matches without a database. */
public final class MatchingInMemory {

    private final Published published = new Published();
    private final Matching matching;

    public MatchingInMemory(Scopes scopes, Clock clock) {
        matching = new Matching(
                scopes,
                published,
                new NobodyElseDecides(),
                new MatchDrafts(Memory.noDatabase()),
                new GroupClaims(Memory.noDatabase()),
                new AgreedGroups(Memory.noDatabase()),
                clock);
    }

    public Matching matching() {
        return matching;
    }

    public void publish(SpaceId space, Matches matches) {
        published.bySpace.put(space, matches);
    }

    public Matches now(SpaceId space) {
        return published.current(space);
    }

    private static final class NobodyElseDecides extends DecidedMatches {
        NobodyElseDecides() {
            super(Memory.noDatabase());
        }

        @Override
        Optional<Matches> of(SpaceId space) {
            return Optional.empty();
        }
    }

    private static final class Published extends MatchVersions {
        private final Map<SpaceId, Matches> bySpace = new HashMap<>();

        Published() {
            super(Memory.noDatabase());
        }

        @Override
        Matches current(SpaceId space) {
            return bySpace.getOrDefault(space, Matches.none());
        }
    }
}
