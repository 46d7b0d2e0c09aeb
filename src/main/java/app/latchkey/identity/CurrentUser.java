package app.latchkey.identity;

import app.latchkey.shared.SpaceId;
import app.latchkey.space.Scopes;
import app.latchkey.space.Space;
import app.latchkey.space.Spaces;
import app.latchkey.space.TeamRole;
import java.util.List;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.stereotype.Service;

/** Who is at the page, and whether a space is theirs to run; asked of the database each time, so that leaving a team counts at once. */
@Service
public class CurrentUser {

    private final SecurityContextHolderStrategy security;
    private final Scopes scopes;
    private final Spaces spaces;

    CurrentUser(SecurityContextHolderStrategy security, Scopes scopes, Spaces spaces) {
        this.security = security;
        this.scopes = scopes;
        this.spaces = spaces;
    }

    public Optional<SignedIn> find() {
        return Optional.ofNullable(security.getContext().getAuthentication())
                .map(Authentication::getPrincipal)
                .filter(SignedIn.class::isInstance)
                .map(SignedIn.class::cast);
    }

    /** @throws NotFound when nobody is signed in */
    public SignedIn get() {
        return find().orElseThrow(NotFound::new);
    }

    public boolean mayOperate(SpaceId space) {
        return roleAt(space).filter(TeamRole::operates).isPresent();
    }

    /** What this person may do at the space; nothing before the second factor. */
    public Optional<TeamRole> roleAt(SpaceId space) {
        return find().filter(user -> !user.secondFactorDue())
                .flatMap(user -> scopes.call(user.scope(), () -> spaces.roleOf(space, user.account())));
    }

    /**
     * The space, for somebody who runs it.
     *
     * @throws NotFound when there is none of that name or it is not theirs
     */
    public Space requireSpace(String slug) {
        return find(slug).filter(space -> mayOperate(space.id())).orElseThrow(NotFound::new);
    }

    /**
     * The space, for anybody of its team: also for the front desk.
     *
     * @throws NotFound when there is none of that name or it is not theirs
     */
    public Space requireToSee(String slug) {
        return find(slug).filter(space -> roleAt(space.id()).isPresent()).orElseThrow(NotFound::new);
    }

    private Optional<Space> find(String slug) {
        return scopes.call(get().scope(), () -> spaces.bySlug(slug));
    }

    /** The spaces of whose team this person is. */
    public List<Space> spaces() {
        return find().filter(user -> !user.secondFactorDue())
                .map(user -> scopes.call(user.scope(), () -> spaces.ownedBy(user.account())))
                .orElse(List.of());
    }
}
