package app.latchkey.salto;

import app.latchkey.shared.SiteUserId;
import app.latchkey.shared.SpaceId;

/** For engines that ask for nobody's keys. */
public final class NoCredentials implements Credentials {

    @Override
    public Keys keys(SpaceId space, SiteUserId user) {
        throw new UnsupportedOperationException();
    }
}
