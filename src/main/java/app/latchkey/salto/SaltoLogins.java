package app.latchkey.salto;

import app.latchkey.space.Assumption;
import app.latchkey.space.LatchkeySettings;
import org.springframework.stereotype.Component;

/** Which ways in Salto has enabled for this deployment's client, as the deployment says. At least one. */
@Component
public class SaltoLogins {

    private final String offered;

    SaltoLogins(LatchkeySettings settings) {
        this.offered = settings.assumed(Assumption.SALTO_LOGIN);
    }

    /** Whether somebody of a space may allow us at a browser. */
    public boolean offerConsent() {
        return !offered.equals("password");
    }

    /** Whether a site administrator made for Latchkey may be used, with user name and password. */
    public boolean offerPassword() {
        return !offered.equals("consent");
    }
}
