package app.latchkey.packaged;

import app.latchkey.product.Machine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What was tried, as a page in {@code target/endurance}. Each kind of trial has a row of its own, kept until it is tried again. */
final class EnduranceReport {

    private static final Path FOLDER = Path.of("target", "endurance");
    private static final Path ROWS = FOLDER.resolve("rows");

    private EnduranceReport() {}

    static synchronized void write(String id, String what, List<Trial> trials) {
        try {
            Files.createDirectories(ROWS);
            Files.writeString(ROWS.resolve(id), row(id, what, trials));
            Files.writeString(FOLDER.resolve("endurance.md"), page());
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private static String page() throws IOException {
        try (Stream<Path> rows = Files.list(ROWS)) {
            return """
                # Endured

                %s; the processes of the jar, the database and both partners on this one machine.

                | id | what went wrong | times | before the work was done | right again | writes doubled | writes too many or too few | slowest until right, s | median, s |
                |---|---|---|---|---|---|---|---|---|
                %s

                Made by `./mvnw -Pendurance verify`. Each time eight of some thirty members of an access group have just signed or ended a contract, and the
                whole space is due. *Right again*: everybody entitled is in, everybody else is out, who was put in by hand is in still. Times count from the
                end of what went wrong, and hold what a new process needs to start and what an abandoned lease needs to end (10 s where the only process is
                killed, 30 s otherwise).
                """.formatted(
                    Machine.describe(), rows.sorted().map(EnduranceReport::read).collect(Collectors.joining("\n")));
        }
    }

    private static String read(Path row) {
        try {
            return Files.readString(row);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String row(String id, String what, List<Trial> trials) {
        List<Duration> times = trials.stream()
                .map(Trial::toRight)
                .sorted(Comparator.naturalOrder())
                .toList();
        return "| %s | %s | %d | %d | %d | %d | %d | %s | %s |"
                .formatted(
                        id,
                        what,
                        trials.size(),
                        count(trials.stream().filter(Trial::midway)),
                        count(trials.stream().filter(trial -> trial.wrong().isEmpty())),
                        trials.stream()
                                .mapToInt(trial -> trial.doubled().size())
                                .sum(),
                        trials.stream()
                                .mapToInt(trial -> Math.abs(trial.writes() - trial.expected()))
                                .sum(),
                        seconds(times.getLast()),
                        seconds(times.get(times.size() / 2)));
    }

    private static long count(Stream<Trial> trials) {
        return trials.count();
    }

    private static String seconds(Duration time) {
        return String.format(Locale.ROOT, "%.1f", time.toMillis() / 1000.0);
    }
}
