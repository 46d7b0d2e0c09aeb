package app.latchkey.bench;

import app.latchkey.product.Machine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What was measured, as {@code target/bench/report.json} and as a page. */
final class Report {

    private static final Path FOLDER = Path.of("target", "bench");
    private final List<Measure> measures = new ArrayList<>();

    void add(Measure measure) {
        measures.add(measure);
    }

    void write() throws IOException {
        Files.createDirectories(FOLDER);
        Files.writeString(
                FOLDER.resolve("report.json"),
                measures.stream().map(Report::json).collect(Collectors.joining(",\n  ", "[\n  ", "\n]\n")));
        Files.writeString(FOLDER.resolve("bench.md"), page());
    }

    private String page() {
        return """
            # Measured

            %s; partners, database and product on this one machine.

            | id | measure | value | target | holds | compared with |
            |---|---|---|---|---|---|
            %s
            """.formatted(
                        Machine.describe(), measures.stream().map(Report::row).collect(Collectors.joining("\n")));
    }

    private static String row(Measure one) {
        return "| %s | %s | %s | ≤ %s | %s | %s |"
                .formatted(
                        one.id(),
                        one.measure(),
                        number(one.value()),
                        number(one.target()),
                        one.pass() ? "yes" : "**no**",
                        one.baseline());
    }

    private static String json(Measure one) {
        return """
            {"id": "%s", "measure": "%s", "value": %s, "target": %s, "pass": %s, "baseline": "%s"}\
            """.formatted(
                        one.id(), one.measure(), number(one.value()), number(one.target()), one.pass(), one.baseline());
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }
}
