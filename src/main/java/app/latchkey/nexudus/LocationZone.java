package app.latchkey.nexudus;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * A location's time zone as Nexudus names it: mostly as Windows does, which says one zone for many countries.
 *
 * @param name Nexudus's word for it
 * @param means the zones that it can mean, the usual one first; empty for a name that nobody knows
 */
public record LocationZone(String name, List<ZoneId> means) {

    public LocationZone {
        means = List.copyOf(means);
    }

    static LocationZone named(String name) {
        List<ZoneId> windows = WindowsZones.of(name);
        return new LocationZone(name, windows.isEmpty() ? itself(name) : windows);
    }

    private static List<ZoneId> itself(String name) {
        try {
            return List.of(ZoneId.of(name.strip()));
        } catch (DateTimeException unknown) {
            return List.of();
        }
    }

    public Optional<ZoneId> usual() {
        return means.stream().findFirst();
    }

    /** Whether clocks there and in that zone always agree. */
    public boolean fits(ZoneId other) {
        return means.stream()
                .anyMatch(zone -> zone.equals(other) || zone.getRules().equals(other.getRules()));
    }
}
