package app.latchkey.salto;

import app.latchkey.entitlement.WeeklyHours;
import app.latchkey.shared.AccessGroupId;
import app.latchkey.shared.NaturalOrder;
import java.util.Comparator;
import java.util.List;

/**
 * Salto's group of doors.
 *
 * @param hasSchedule without any time schedule a group opens nothing, and Salto says nothing
 * @param alwaysOpen a schedule covers every day around the clock
 * @param hours when its doors answer, in the site's time; none where nothing is known to limit them
 */
public record AccessGroup(
        AccessGroupId id,
        String name,
        boolean hasSchedule,
        boolean alwaysOpen,
        List<WeeklyHours.Span> hours,
        List<Lock> locks) {

    private static final Comparator<Lock> BY_NAME = NaturalOrder.by(Lock::name).thenComparing(Lock::id);

    public AccessGroup {
        hours = List.copyOf(hours);
        locks = locks.stream().sorted(BY_NAME).toList();
    }
}
