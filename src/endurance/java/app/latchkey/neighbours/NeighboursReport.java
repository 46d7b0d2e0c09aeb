package app.latchkey.neighbours;

import app.latchkey.product.Machine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What was seen, as a page of {@code target/endurance}; written anew with each line. */
final class NeighboursReport {

    private final Path page;
    private final List<String> rows = new ArrayList<>();

    NeighboursReport(String name) {
        page = Path.of("target", "endurance", name + ".md");
    }

    void add(String neighbour, Purchases purchases, String note) throws IOException {
        rows.add("| %s | %d | %s | %s | %s | %s | %d | %d | %d | %s |"
                .formatted(
                        neighbour,
                        purchases.taken().size(),
                        seconds(purchases.median()),
                        seconds(purchases.p95()),
                        seconds(purchases.slowest()),
                        String.format(Locale.ROOT, "%.1f", purchases.throughput()),
                        purchases.late(),
                        purchases.wrong(),
                        purchases.doubled(),
                        note));
        Files.createDirectories(page.getParent());
        Files.writeString(page, """
            # Beside bad neighbours

            %s.

            | beside | purchases | median, s | p95, s | slowest, s | let in per second | later than 5 s | wrong | doubled | the neighbour |
            |---|---|---|---|---|---|---|---|---|---|
            %s
            """.formatted(Machine.describe(), String.join("\n", rows)));
    }

    private static String seconds(Duration time) {
        return String.format(Locale.ROOT, "%.2f", time.toMillis() / 1e3);
    }
}
