package app.latchkey.sync.plan;

import app.latchkey.shared.AccessGroupId;
import app.latchkey.shared.PlatformUserId;
import java.util.Comparator;
import java.util.Objects;

/** A Salto user in an access group: what the planner and the ledger are about. */
public record Membership(PlatformUserId user, AccessGroupId group) implements Comparable<Membership> {

    private static final Comparator<Membership> ORDER =
            Comparator.comparing(Membership::user).thenComparing(Membership::group);

    public Membership {
        Objects.requireNonNull(user, "user");
        Objects.requireNonNull(group, "group");
    }

    @Override
    public int compareTo(Membership other) {
        return ORDER.compare(this, other);
    }
}
