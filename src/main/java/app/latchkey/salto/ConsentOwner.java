package app.latchkey.salto;

import app.latchkey.shared.AccountId;
import java.util.Optional;

/** Says which account the browser that comes back from Salto is signed in as. The module that knows who is signed in provides it. */
@FunctionalInterface
public interface ConsentOwner {

    Optional<AccountId> signedIn();
}
