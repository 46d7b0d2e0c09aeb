package sandbox.partners;

import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Optional;
import sandbox.nexudus.NexudusState;
import sandbox.salto.SaltoState;

/** Both partners' worlds in one file, with how far the clock was moved. */
record SavedWorld(SaltoState salto, NexudusState nexudus, Duration offset, boolean isNew) implements Serializable {
    private static final String FILE = "partners.world";

    static SavedWorld empty() {
        return new SavedWorld(new SaltoState(), new NexudusState(), Duration.ZERO, true);
    }

    /** The world kept in a directory; empty when there is none. */
    static Optional<SavedWorld> read(Path directory) {
        Path file = directory.resolve(FILE);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try (ObjectInputStream in = new ObjectInputStream(Files.newInputStream(file))) {
            return Optional.of((SavedWorld) in.readObject());
        } catch (IOException | ClassNotFoundException e) {
            throw new IllegalStateException(
                    "The kept world in " + file + " cannot be read by this version: delete it to begin afresh.", e);
        }
    }

    /** Replaces the kept world at once or not at all. */
    void write(Path directory) {
        try {
            Files.createDirectories(directory);
            Path next = directory.resolve(FILE + ".next");
            try (ObjectOutputStream out = new ObjectOutputStream(Files.newOutputStream(next))) {
                synchronized (salto) {
                    synchronized (nexudus) {
                        out.writeObject(this);
                    }
                }
            }
            Files.move(
                    next, directory.resolve(FILE), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw Partners.unchecked(e);
        }
    }
}
