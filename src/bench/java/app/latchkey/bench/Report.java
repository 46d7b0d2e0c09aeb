package app.latchkey.bench;

import app.latchkey.product.Machine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What was measured in this run, whatever class did it: {@code target/bench/report.json}, and the same as a page. Written anew with each
 * measure, so that what was measured stands there even when the run breaks off. A target that is missed is a line like any other.
 */
final class Report {

    private static final Path FOLDER = Path.of("target", "bench");
    private final List<Measure> measures = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    synchronized void add(Measure measure) {
        measures.add(measure);
        write();
    }

    /** How a measure is taken, and what has to be known to read it: a paragraph below the table. */
    synchronized void explain(String id, String how) {
        notes.add("*%s*: %s".formatted(id, how.strip().replaceAll("\\s+", " ")));
        write();
    }

    private void write() {
        try {
            Files.createDirectories(FOLDER);
            Files.writeString(
                    FOLDER.resolve("report.json"),
                    measures.stream().map(Report::json).collect(Collectors.joining(",\n  ", "[\n  ", "\n]\n")));
            Files.writeString(FOLDER.resolve("bench.md"), page());
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private String page() {
        return """
            # Measured

            %s, heap %d MB; partners, database and product on this one machine.
            Made by `./mvnw -Pbench verify`.

            | id | measure | value | target | holds | compared with |
            |---|---|---|---|---|---|
            %s

            %s
            """.formatted(
                        Machine.describe(),
                        Runtime.getRuntime().maxMemory() >> 20,
                        measures.stream().map(Report::row).collect(Collectors.joining("\n")),
                        String.join("\n\n", notes));
    }

    private static String row(Measure one) {
        return "| %s | %s | %s | %s %s | %s | %s |"
                .formatted(
                        one.id(),
                        one.measure(),
                        number(one.value()),
                        one.limit().sign(),
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
