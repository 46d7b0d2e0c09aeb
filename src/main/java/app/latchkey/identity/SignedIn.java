package app.latchkey.identity;

import app.latchkey.shared.AccountId;
import app.latchkey.shared.EmailAddress;
import app.latchkey.space.Scope;
import java.security.Principal;
import java.util.Set;

/**
 * Who is signed in: the address is theirs, proved by mail or by their provider.
 *
 * @param secondFactorDue whether this person runs a space or the service and has not shown the second factor yet: until then they are a
 *     member and nothing else
 */
public record SignedIn(AccountId account, EmailAddress email, Set<Role> roles, boolean secondFactorDue)
        implements Principal {

    public SignedIn {
        roles = Set.copyOf(roles);
    }

    @Override
    public String getName() {
        return email.value();
    }

    public boolean is(Role role) {
        return roles.contains(role);
    }

    /** The scope of what is this person's own. */
    public Scope scope() {
        return Scope.account(account, email);
    }

    SignedIn withoutSecondFactor() {
        return new SignedIn(account, email, Set.of(Role.MEMBER), true);
    }

    /** The page to begin with. */
    public String landing() {
        if (secondFactorDue) {
            return "/sign-in/second";
        }
        if (is(Role.STAFF)) {
            return "/staff";
        }
        return is(Role.OPERATOR) ? "/spaces" : "/doors";
    }
}
