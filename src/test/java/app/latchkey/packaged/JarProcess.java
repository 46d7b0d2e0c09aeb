package app.latchkey.packaged;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** The product in a process of its own, with the settings a deployment would make, and nothing else of this JVM. */
final class JarProcess implements AutoCloseable {

    static final Path JAR = Path.of(System.getProperty("latchkey.jar", "target/latchkey.jar"));
    /** For a process that lives for seconds. */
    static final List<String> LIKE_THE_TESTS = List.of("-Xmx512m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

    private static final Duration START = Duration.ofMinutes(2);
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Process process;
    private final Path log;

    private JarProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /** {@code java -jar latchkey.jar}. */
    static JarProcess ofTheJar(Map<String, String> environment) {
        return start(environment, List.of("-jar", JAR.toString()));
    }

    /** The jar extracted, as the image has it: that starts in two thirds of the time. */
    static JarProcess start(Map<String, String> environment) {
        return extracted(environment, List.of("-jar", ExtractedJar.path().toString()));
    }

    /** As {@link #start(Map)}, with a program of the tests as its main class: for what no page of the product does. */
    static JarProcess start(Map<String, String> environment, Class<?> program) {
        Path tests = Path.of(
                program.getProtectionDomain().getCodeSource().getLocation().getPath());
        return extracted(
                environment, List.of("-cp", ExtractedJar.path() + File.pathSeparator + tests, program.getName()));
    }

    private static JarProcess extracted(Map<String, String> environment, List<String> program) {
        return start(
                environment,
                Stream.concat(Stream.of("-XX:AOTCache=" + ExtractedJar.classes()), program.stream())
                        .toList());
    }

    private static JarProcess start(Map<String, String> environment, List<String> program) {
        try {
            Path log = Files.createTempFile("latchkey", ".log");
            List<String> command = Stream.of(Stream.of(java()), LIKE_THE_TESTS.stream(), program.stream())
                    .flatMap(part -> part)
                    .toList();
            ProcessBuilder builder =
                    new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
            builder.environment().keySet().removeIf(name -> name.startsWith("LATCHKEY_") || name.startsWith("SPRING_"));
            builder.environment().putAll(environment);
            return new JarProcess(builder.start(), log);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** Waits until the address answers with 200; otherwise ends the process and says what it printed. */
    void awaitAnswer(URI address) {
        long deadline = System.nanoTime() + START.toNanos();
        while (System.nanoTime() < deadline && process.isAlive()) {
            if (answers(address)) {
                return;
            }
            LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
        }
        process.destroyForcibly();
        throw new AssertionError("The jar did not come up:\n" + output());
    }

    private static boolean answers(URI address) {
        try {
            return HTTP.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped while waiting for the jar", stopped);
        }
    }

    int awaitExit() throws InterruptedException {
        if (!process.waitFor(START.toSeconds(), TimeUnit.SECONDS)) {
            throw new AssertionError("The jar still runs:\n" + output());
        }
        return process.exitValue();
    }

    /** Ends it as a power cut would. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Stops all its threads where they are, as a machine does that is suspended, until {@link #thaw}. */
    void freeze() {
        signal("-STOP");
    }

    void thaw() {
        signal("-CONT");
    }

    private void signal(String signal) {
        try {
            new ProcessBuilder("kill", signal, Long.toString(process.pid()))
                    .inheritIO()
                    .start()
                    .waitFor();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped while signalling the jar", stopped);
        }
    }

    boolean isRunning() {
        return process.isAlive();
    }

    /** Types a line at the program that it runs. */
    void type(String line) {
        try {
            Writer keyboard = process.outputWriter();
            keyboard.write(line + System.lineSeparator());
            keyboard.flush();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    String output() {
        try {
            return Files.readString(log);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public void close() throws IOException, InterruptedException {
        process.destroy();
        if (!process.waitFor(20, TimeUnit.SECONDS)) {
            kill();
        }
        Files.deleteIfExists(log);
    }
}
