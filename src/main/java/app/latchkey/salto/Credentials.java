package app.latchkey.salto;

import app.latchkey.connection.PartnerFailure;
import app.latchkey.shared.SiteUserId;
import app.latchkey.shared.SpaceId;

/** What Salto users open with. Every method calls Salto over HTTP, so none is called within a scope. */
public interface Credentials {

    /**
     * Which keys a user has.
     *
     * @throws PartnerFailure when Salto does not say
     */
    Keys keys(SpaceId space, SiteUserId user);
}
