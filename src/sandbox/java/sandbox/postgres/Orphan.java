package sandbox.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A PostgreSQL that went on running when the JVM that had started it was killed. */
final class Orphan {
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private Orphan() {}

    /** Stops the server that runs on this data directory, if one does. */
    static void stop(Path data) throws IOException {
        Path file = data.resolve("postmaster.pid");
        Optional<ProcessHandle> server = Files.exists(file) ? find(Files.readAllLines(file), data) : Optional.empty();
        if (server.isPresent()) {
            end(server.get());
        }
        Files.deleteIfExists(file);
    }

    /** Only a process that is a PostgreSQL: the number may belong to another one by now. */
    private static Optional<ProcessHandle> find(List<String> lines, Path data) {
        boolean ours = lines.size() > 1 && Path.of(lines.get(1).strip()).equals(data.toAbsolutePath());
        return ours
                ? ProcessHandle.of(Long.parseLong(lines.getFirst().strip()))
                        .filter(process ->
                                process.info().command().orElse("postgres").contains("postgres"))
                : Optional.empty();
    }

    private static void end(ProcessHandle server) {
        server.destroy();
        try {
            server.onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            server.destroyForcibly();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
