package app.latchkey.identity;

import app.latchkey.shared.AccountId;
import app.latchkey.shared.EmailAddress;
import app.latchkey.space.Scope;
import java.security.Principal;
import java.util.Set;

/** Who is signed in: the address is theirs, proved by mail or by their provider. */
public record SignedIn(AccountId account, EmailAddress email, Set<Role> roles) implements Principal {

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

    /** The page to begin with. */
    public String landing() {
        if (is(Role.STAFF)) {
            return "/staff";
        }
        return is(Role.OPERATOR) ? "/spaces" : "/doors";
    }
}
