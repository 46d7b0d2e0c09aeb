package app.latchkey.packaged;

import app.latchkey.product.FreePort;
import app.latchkey.space.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import sandbox.partners.Partners;

/**
 * The jar and its libraries side by side, made of it as the image's build does, with its classes as they are once it is up: loading them is most of a
 * start. Once for all test processes.
 */
final class ExtractedJar {

    private static final Path DIRECTORY = made();

    private ExtractedJar() {}

    /** The product's own classes; their manifest names the libraries beside it. */
    static Path path() {
        return jarIn(DIRECTORY);
    }

    /** What makes a start cheap: good for whatever begins with {@link #path()} and has the compiler and collector of {@link JarProcess}. */
    static Path classes() {
        return DIRECTORY.resolve("classes.aot");
    }

    private static Path jarIn(Path directory) {
        return directory.resolve(JarProcess.JAR.getFileName());
    }

    private static Path made() {
        try {
            Path directory = JarProcess.JAR.resolveSibling(
                    "extracted-" + Files.getLastModifiedTime(JarProcess.JAR).toMillis());
            try (FileChannel channel = FileChannel.open(
                            directory.resolveSibling("extracted.lock"),
                            StandardOpenOption.CREATE,
                            StandardOpenOption.WRITE);
                    FileLock _ = channel.lock()) {
                if (!Files.exists(directory.resolve("classes.aot"))) {
                    extractTo(directory);
                    recordIn(directory);
                }
            }
            return directory;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void extractTo(Path directory) throws IOException {
        run(
                Map.of(),
                List.of(
                        "-Djarmode=tools",
                        "-jar",
                        JarProcess.JAR.toString(),
                        "extract",
                        "--force",
                        "--destination",
                        directory.toString()));
    }

    /** Comes up once, with a database and partners of its own, and ends. */
    private static void recordIn(Path directory) throws IOException {
        Path unfinished = directory.resolve("unfinished.aot");
        try (Partners partners = Partners.start()) {
            URI url = URI.create("http://localhost:" + FreePort.find());
            run(
                    new Deployment(partners, TestDatabase.fresh().jdbcUrl(), url).environment(url),
                    Stream.of(
                                    JarProcess.LIKE_THE_TESTS.stream(),
                                    Stream.of(
                                            "-XX:AOTCacheOutput=" + unfinished,
                                            "-Dspring.context.exit=onRefresh",
                                            "-jar",
                                            jarIn(directory).toString()))
                            .flatMap(part -> part)
                            .toList());
        }
        Files.move(unfinished, directory.resolve("classes.aot"), StandardCopyOption.ATOMIC_MOVE);
    }

    private static void run(Map<String, String> environment, List<String> arguments) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(Stream.concat(Stream.of(JarProcess.java()), arguments.stream())
                        .toList())
                .redirectErrorStream(true);
        builder.environment().putAll(environment);
        try {
            Process process = builder.start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException(arguments + " failed: " + said);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped while waiting for " + arguments, stopped);
        }
    }
}
