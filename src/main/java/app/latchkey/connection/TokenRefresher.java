package app.latchkey.connection;

import app.latchkey.shared.Secret;
import app.latchkey.shared.SpaceId;

/** How one partner exchanges a refresh token. Called while the connection's row is locked, so that it happens once over all nodes. */
public interface TokenRefresher {

    Partner partner();

    /**
     * @param clientId the stable id of this space's connection
     * @throws PartnerFailure of category NEEDS_SIGN_IN when the partner refuses the refresh token
     */
    Tokens refresh(SpaceId space, String clientId, Secret refreshToken);
}
