package app.latchkey.packaged;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** The jar and its libraries side by side, made of it as the image's build does. Once for this JVM. */
final class ExtractedJar {

    private static final Path PATH = extract();

    private ExtractedJar() {}

    /** The product's own classes; their manifest names the libraries beside it. */
    static Path path() {
        return PATH;
    }

    private static Path extract() {
        Path directory = JarProcess.JAR.resolveSibling(
                "extracted-" + ProcessHandle.current().pid());
        try {
            Process tool = new ProcessBuilder(
                            JarProcess.java(),
                            "-Djarmode=tools",
                            "-jar",
                            JarProcess.JAR.toString(),
                            "extract",
                            "--force",
                            "--destination",
                            directory.toString())
                    .redirectErrorStream(true)
                    .start();
            String said = new String(tool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (tool.waitFor() != 0) {
                throw new IllegalStateException("The jar could not be extracted to " + directory + ": " + said);
            }
            return directory.resolve(JarProcess.JAR.getFileName());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped while extracting the jar", stopped);
        }
    }
}
