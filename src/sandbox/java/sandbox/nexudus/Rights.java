package sandbox.nexudus;

import java.util.Objects;

/** What a user of the API may do; a right is named as in {@code FloorPlanDesk-List}. */
public final class Rights {
    private final NexudusState state;
    private final String email;

    Rights(NexudusState state, String email) {
        this.state = state;
        this.email = email;
    }

    public Rights revoke(String right) {
        synchronized (state) {
            user().revoked.add(right);
        }
        return this;
    }

    public Rights give(String right) {
        synchronized (state) {
            user().revoked.remove(right);
            user().given.add(right);
        }
        return this;
    }

    /** No longer a full administrator: only rights that were given count. */
    public Rights onlyGiven() {
        synchronized (state) {
            user().fullAdministrator = false;
        }
        return this;
    }

    public Rights apiAccess(boolean allowed) {
        synchronized (state) {
            user().apiAccess = allowed;
        }
        return this;
    }

    private NexudusUser user() {
        return Objects.requireNonNull(state.users.get(email), "no Nexudus user " + email);
    }
}
