package app.latchkey.staff;

import app.latchkey.audit.Audit;
import app.latchkey.identity.CurrentUser;
import app.latchkey.identity.NotFound;
import app.latchkey.identity.Role;
import app.latchkey.identity.SignedIn;
import app.latchkey.shared.SpaceId;
import app.latchkey.sync.Subject;
import app.latchkey.sync.Sync;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Service;

/** What staff do at a space: each deed stands in that space's own audit, before it is done. */
@Service
public class ActAsStaff {

    private final Supplier<Optional<SignedIn>> user;
    private final Audit audit;
    private final Again again;

    @Autowired
    ActAsStaff(CurrentUser user, Audit audit, Sync sync) {
        this(user::find, audit, sync::again);
    }

    ActAsStaff(Supplier<Optional<SignedIn>> user, Audit audit, Again again) {
        this.user = user;
        this.audit = audit;
        this.again = again;
    }

    /** Makes something due at once, because a person asked. */
    @FunctionalInterface
    interface Again {
        void again(SpaceId space, Subject subject, String cause);
    }

    /** @throws NotFound when who asks is not staff */
    public void again(SpaceId space, Subject subject) {
        audit.record(space, who(), "asked for a run", Map.of("subject", subject.key()));
        again.again(space, subject, "asked by staff");
    }

    public void againIn(Collection<SpaceId> spaces) {
        spaces.forEach(space -> again(space, Subject.wholeSpace()));
    }

    private String who() {
        return user.get()
                .filter(known -> known.is(Role.STAFF))
                .map(known -> "Latchkey staff (" + known.email().value() + ")")
                .orElseThrow(NotFound::new);
    }
}
