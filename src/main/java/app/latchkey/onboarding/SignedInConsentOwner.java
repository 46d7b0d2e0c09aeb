package app.latchkey.onboarding;

import app.latchkey.identity.CurrentUser;
import app.latchkey.identity.SignedIn;
import app.latchkey.salto.ConsentOwner;
import app.latchkey.shared.AccountId;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Lets Salto's consent be finished only by the person who began it. */
@Component
class SignedInConsentOwner implements ConsentOwner {

    private final CurrentUser user;

    SignedInConsentOwner(CurrentUser user) {
        this.user = user;
    }

    @Override
    public Optional<AccountId> signedIn() {
        return user.find().map(SignedIn::account);
    }
}
