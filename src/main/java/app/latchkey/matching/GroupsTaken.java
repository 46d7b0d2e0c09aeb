package app.latchkey.matching;

import app.latchkey.shared.AccessGroupId;
import java.util.Collection;
import java.util.Set;

/** Some of the groups to be published belong to another space. Nothing was published. */
public final class GroupsTaken extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Set<AccessGroupId> groups;

    GroupsTaken(Collection<AccessGroupId> groups) {
        super("Taken by another space: " + groups);
        this.groups = Set.copyOf(groups);
    }

    public Set<AccessGroupId> groups() {
        return groups;
    }
}
