package app.latchkey.salto;

import app.latchkey.shared.SiteId;
import java.time.ZoneId;

/**
 * A Salto KS site that the connected account can see.
 *
 * @param seatsUsed subscribed users
 * @param seatsBought when all are used, Salto still creates users, silently suspended
 */
public record Site(SiteId id, String name, ZoneId zone, int seatsUsed, int seatsBought, Usable usable) {

    public boolean isUsable() {
        return usable instanceof Usable.Yes;
    }

    public int seatsFree() {
        return Math.max(0, seatsBought - seatsUsed);
    }
}
