package app.latchkey.salto;

import app.latchkey.shared.AccessGroupId;
import app.latchkey.shared.NaturalOrder;
import java.util.Comparator;
import java.util.List;

/**
 * Salto's group of doors.
 *
 * @param hasSchedule without any time schedule a group opens nothing, and Salto says nothing
 * @param alwaysOpen a schedule covers every day around the clock
 */
public record AccessGroup(AccessGroupId id, String name, boolean hasSchedule, boolean alwaysOpen, List<Lock> locks) {

    private static final Comparator<Lock> BY_NAME = NaturalOrder.by(Lock::name).thenComparing(Lock::id);

    public AccessGroup {
        locks = locks.stream().sorted(BY_NAME).toList();
    }
}
