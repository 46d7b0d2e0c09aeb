package app.latchkey.identity;

import app.latchkey.audit.Audit;
import app.latchkey.shared.SpaceId;
import app.latchkey.space.ContactDetails;
import app.latchkey.space.Scopes;
import app.latchkey.space.Space;
import app.latchkey.space.Spaces;
import java.time.ZoneId;
import java.util.Map;
import org.springframework.stereotype.Service;

/** Anybody who is signed in may begin a space and is then its owner. */
@Service
public class CreateSpace {

    private final CurrentUser currentUser;
    private final Scopes scopes;
    private final Spaces spaces;
    private final Audit audit;

    CreateSpace(CurrentUser currentUser, Scopes scopes, Spaces spaces, Audit audit) {
        this.currentUser = currentUser;
        this.scopes = scopes;
        this.spaces = spaces;
        this.audit = audit;
    }

    /**
     * @throws NotFound while the second factor is due
     * @throws app.latchkey.space.SpaceNameTaken when this person has one of that name
     */
    public Space create(String name, ZoneId zone, ContactDetails contact) {
        SignedIn owner = currentUser.get();
        if (owner.secondFactorDue()) {
            throw new NotFound();
        }
        SpaceId id = scopes.inSystem(() -> {
            SpaceId made = spaces.create(owner.account(), owner.email(), name, zone);
            spaces.contact(made, contact);
            return made;
        });
        audit.record(id, owner.email().value(), "created the space", Map.of("name", name.strip()));
        return scopes.inSpace(id, () -> spaces.get(id));
    }
}
