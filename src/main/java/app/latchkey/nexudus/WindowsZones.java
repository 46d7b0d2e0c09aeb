package app.latchkey.nexudus;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Which zones a Windows time zone name can mean, by the table of Unicode's CLDR; it names one zone for many countries. */
final class WindowsZones {

    private static final Map<String, List<ZoneId>> ZONES = read();

    private WindowsZones() {}

    /** The usual one first; empty for a name that is not Windows's. */
    static List<ZoneId> of(String name) {
        return ZONES.getOrDefault(name.strip(), List.of());
    }

    private static Map<String, List<ZoneId>> read() {
        Map<String, List<ZoneId>> zones = new HashMap<>();
        try (InputStream file = Objects.requireNonNull(
                        WindowsZones.class.getResourceAsStream("windows-zones.txt"), "windows-zones.txt");
                BufferedReader lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            lines.lines().filter(line -> !line.startsWith("#")).forEach(line -> {
                int equals = line.indexOf('=');
                zones.put(line.substring(0, equals), zones(line.substring(equals + 1)));
            });
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return Map.copyOf(zones);
    }

    /** The table may know a zone that this Java does not yet. */
    private static List<ZoneId> zones(String names) {
        return Arrays.stream(names.split(" ", -1))
                .filter(ZoneId.getAvailableZoneIds()::contains)
                .map(ZoneId::of)
                .toList();
    }
}
