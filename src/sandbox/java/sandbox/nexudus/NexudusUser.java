package sandbox.nexudus;

import java.io.Serializable;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A user of Nexudus's API. */
final class NexudusUser implements Serializable {
    private static final long serialVersionUID = 1L;
    final String email;
    String password;
    /** A full administrator may do everything that was not expressly revoked. */
    boolean fullAdministrator = true;

    final Set<String> revoked = new HashSet<>();
    final Set<String> given = new HashSet<>();
    /** Empty: all locations. */
    final Set<Long> locations = new HashSet<>();

    @Nullable
    String oneTimeCode;

    boolean apiAccess = true;

    NexudusUser(String email, String password) {
        this.email = email;
        this.password = password;
    }

    boolean may(String right) {
        return apiAccess && !revoked.contains(right) && (fullAdministrator || given.contains(right));
    }

    boolean sees(long location) {
        return location == 0 || locations.isEmpty() || locations.contains(location);
    }
}
