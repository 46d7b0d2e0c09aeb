package app.latchkey.salto;

import app.latchkey.shared.PlatformUserId;
import app.latchkey.shared.Secret;
import app.latchkey.shared.SiteUserId;
import app.latchkey.shared.SpaceId;
import java.util.Optional;
import java.util.Set;

/** For engines that ask for nobody's keys. */
public final class NoCredentials implements Credentials {

    @Override
    public Keys keys(SpaceId space, SiteUserId user) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean takesTags() {
        return false;
    }

    @Override
    public Optional<Tag> tag(SpaceId space, String number) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Set<PlatformUserId> holders(SpaceId space, String number) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void give(SpaceId space, SiteUserId user, Tag tag) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void take(SpaceId space, SiteUserId user) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean takesPins(SpaceId space) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void allowPin(SpaceId space, SiteUserId user) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Secret newPin(SpaceId space, SiteUserId user) {
        throw new UnsupportedOperationException();
    }
}
