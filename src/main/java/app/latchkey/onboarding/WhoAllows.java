package app.latchkey.onboarding;

import app.latchkey.identity.CurrentUser;
import app.latchkey.identity.SignedIn;
import app.latchkey.salto.ConsentOwner;
import app.latchkey.shared.AccountId;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Tells the end of a consent who is at the browser, so that nobody finishes somebody else's. */
@Component
class WhoAllows implements ConsentOwner {

    private final CurrentUser users;

    WhoAllows(CurrentUser users) {
        this.users = users;
    }

    @Override
    public Optional<AccountId> signedIn() {
        return users.find().map(SignedIn::account);
    }
}
