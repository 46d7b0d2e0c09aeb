package sandbox.partners;

import java.nio.file.Path;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import sandbox.SandboxClock;
import sandbox.nexudus.NexudusState;
import sandbox.salto.SaltoState;

/** Saves the world every two seconds and at the end, so that a killed sandbox loses hardly anything. */
final class WorldKeeper implements AutoCloseable {
    private final Path directory;
    private final SaltoState salto;
    private final NexudusState nexudus;
    private final SandboxClock clock;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            task -> Thread.ofPlatform().daemon().name("world-keeper").unstarted(task));

    WorldKeeper(Path directory, SaltoState salto, NexudusState nexudus, SandboxClock clock) {
        this.directory = directory;
        this.salto = salto;
        this.nexudus = nexudus;
        this.clock = clock;
        var _ = timer.scheduleWithFixedDelay(this::save, 0, 2, TimeUnit.SECONDS);
    }

    private synchronized void save() {
        new SavedWorld(salto, nexudus, clock.offset(), false).write(directory);
    }

    @Override
    public void close() {
        timer.shutdownNow();
        save();
    }
}
