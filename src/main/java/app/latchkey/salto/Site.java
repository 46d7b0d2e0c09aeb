package app.latchkey.salto;

import app.latchkey.shared.SiteId;
import java.time.ZoneId;
import java.util.Optional;

/**
 * A Salto KS site that the connected account can see.
 *
 * @param zone the time that its schedules mean; empty where Salto does not say it in a way that we know
 * @param seatsUsed subscribed users
 * @param seatsBought when all are used, Salto still creates users, silently suspended
 */
public record Site(SiteId id, String name, Optional<ZoneId> zone, int seatsUsed, int seatsBought, Usable usable) {

    public boolean isUsable() {
        return usable instanceof Usable.Yes;
    }

    public int seatsFree() {
        return Math.max(0, seatsBought - seatsUsed);
    }
}
