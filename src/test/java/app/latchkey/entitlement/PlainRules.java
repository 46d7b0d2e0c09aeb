package app.latchkey.entitlement;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** The rules once more, straight from their text: asked for one instant, knowing no windows. A day ends at midnight, doors open a quarter before. */
public final class PlainRules {

    private PlainRules() {}

    /** Whether a purchase counts now, whatever it earns. */
    public static boolean counts(Purchase purchase, Instant now, ZoneId zone) {
        if (purchase instanceof Booking booking) {
            return !booking.tentative()
                    && booking.to().isAfter(booking.from())
                    && now.getEpochSecond() >= booking.from().getEpochSecond() - 900
                    && now.getEpochSecond() < booking.to().getEpochSecond() + 900;
        }
        if (purchase instanceof Contract contract) {
            boolean ended = contract.cancelsAt() != null ? !now.isBefore(contract.cancelsAt()) : contract.cancelled();
            boolean paused = contract.pauses().stream().anyMatch(pause -> pause.contains(now));
            return contract.active() && !now.isBefore(contract.startsAt()) && !ended && !paused;
        }
        return purchase instanceof Pass pass && !now.isBefore(pass.boughtAt()) && passCounts(pass, now, zone);
    }

    private static boolean passCounts(Pass pass, Instant now, ZoneId zone) {
        if (!pass.usedUp()) {
            return pass.expiresAt() == null || now.isBefore(pass.expiresAt());
        }
        PassUse use = pass.use().orElseThrow();
        LocalDate used = use.checkedInAt().atZone(zone).toLocalDate();
        boolean dayIsOver = now.atZone(zone).toLocalDate().isAfter(used);
        boolean left = use.checkedOutAt() != null && !now.isBefore(use.checkedOutAt());
        return !dayIsOver && !(pass.kind() == PassKind.MINUTES && left);
    }
}
