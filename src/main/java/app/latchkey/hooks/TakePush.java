package app.latchkey.hooks;

import app.latchkey.matching.Matching;
import app.latchkey.nexudus.CustomAcs;
import app.latchkey.nexudus.CustomAcs.Taken;
import app.latchkey.nexudus.OfferedGroup;
import app.latchkey.nexudus.Push;
import app.latchkey.shared.AccessGroupId;
import app.latchkey.shared.SpaceId;
import app.latchkey.space.Scopes;
import app.latchkey.sync.Subject;
import app.latchkey.sync.Sync;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Keeps what Nexudus says about a customer, and has it looked into at once. A group belongs to the space once it is named. */
@Component
class TakePush {

    private static final String CAUSE = "Nexudus: groups pushed";

    private final CustomAcs acs;
    private final Matching matching;
    private final Sync sync;
    private final Scopes scopes;

    TakePush(CustomAcs acs, Matching matching, Sync sync, Scopes scopes) {
        this.acs = acs;
        this.matching = matching;
        this.sync = sync;
        this.scopes = scopes;
    }

    Taken take(SpaceId space, Push push) {
        Taken taken = scopes.inSpace(space, () -> {
            Taken kept = acs.take(space, push);
            if (kept == Taken.TAKEN) {
                matching.claim(space, named(space, push));
            }
            return kept;
        });
        if (taken == Taken.TAKEN) {
            sync.wake(space, Subject.customer(push.customer()), CAUSE);
        }
        return taken;
    }

    private Set<AccessGroupId> named(SpaceId space, Push push) {
        Set<String> named = push.groups().keySet().stream()
                .map(group -> group.toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
        return acs.offered(space).stream()
                .map(OfferedGroup::id)
                .filter(group -> named.contains(group.toString()))
                .collect(Collectors.toUnmodifiableSet());
    }
}
