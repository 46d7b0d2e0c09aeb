package sandbox.partners;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import sandbox.SandboxClock;
import sandbox.console.Console;
import sandbox.http.Calls;
import sandbox.http.Journal;
import sandbox.mail.Inbox;
import sandbox.nexudus.Nexudus;
import sandbox.nexudus.NexudusState;
import sandbox.salto.Salto;
import sandbox.salto.SaltoState;
import sandbox.world.PreparedWorld;
import sandbox.world.Terrace;

/** Both simulated partners on real HTTP, with their clock, an inbox and the console. */
public final class Partners implements AutoCloseable {
    private final SandboxClock clock = new SandboxClock();
    private final Journal journal = new Journal(clock);
    private final Deque<AutoCloseable> opened = new ArrayDeque<>();
    private final Salto salto;
    private final Nexudus nexudus;
    private final Inbox inbox;
    private final Console console;

    private Partners(Ports ports, boolean prepared, int houses, @Nullable Path keep) {
        SavedWorld world = Optional.ofNullable(keep).flatMap(SavedWorld::read).orElseGet(SavedWorld::empty);
        clock.advance(world.offset());
        SaltoState saltoState = world.salto();
        NexudusState nexudusState = world.nexudus();
        if (world.isNew() && prepared) {
            PreparedWorld.fill(saltoState, nexudusState, clock);
            Terrace.fill(saltoState, nexudusState, clock, houses);
        }
        try {
            salto = open(new Salto(
                    saltoState, clock, journal, ports.saltoApi(), ports.saltoIdentity(), ports.saltoStream()));
            nexudus = open(new Nexudus(nexudusState, clock, journal, ports.nexudus()));
            inbox = open(Inbox.start(ports.smtp()));
            console = open(new Console(this, ports.console()));
            if (keep != null) {
                open(new WorldKeeper(keep, saltoState, nexudusState, clock));
            }
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    /** The prepared world on random ports. */
    public static Partners start() {
        return new Builder().start();
    }

    public static Builder builder() {
        return new Builder();
    }

    private <T extends AutoCloseable> T open(T part) {
        opened.push(part);
        return part;
    }

    public URI saltoApiUrl() {
        return salto.apiUrl();
    }

    public URI saltoIdentityUrl() {
        return salto.identityUrl();
    }

    public URI saltoStreamUrl() {
        return salto.streamUrl();
    }

    public URI nexudusUrl() {
        return nexudus.url();
    }

    public URI consoleUrl() {
        return console.url();
    }

    public Salto salto() {
        return salto;
    }

    public Nexudus nexudus() {
        return nexudus;
    }

    public SandboxClock clock() {
        return clock;
    }

    public Inbox inbox() {
        return inbox;
    }

    /** Every request that either partner received. */
    public Calls calls() {
        return journal.calls();
    }

    public void resetJournal() {
        journal.reset();
    }

    /** Where the product is, so that the console can link to it. */
    public void productIsAt(URI url) {
        console.productIsAt(url);
    }

    @Override
    public void close() {
        while (!opened.isEmpty()) {
            try {
                opened.pop().close();
            } catch (Exception e) {
                System.getLogger("sandbox").log(System.Logger.Level.WARNING, "while closing", e);
            }
        }
    }

    /** Chooses ports and world. Without further words: random ports, prepared world, nothing kept. */
    public static final class Builder {
        private Ports ports = Ports.random();
        private boolean prepared = true;
        private int houses;
        private @Nullable Path keep;
        private Duration readyDelay = Duration.ZERO;

        public Builder ports(Ports chosen) {
            ports = chosen;
            return this;
        }

        /** No sites, no locations, nobody. */
        public Builder emptyWorld() {
            prepared = false;
            return this;
        }

        /** Adds so many like houses to the prepared world. */
        public Builder terrace(int number) {
            houses = number;
            return this;
        }

        /** Keeps the world in this directory, and goes on with the one that is there. */
        public Builder keep(Path directory) {
            keep = directory;
            return this;
        }

        /** How long a fresh Salto user answers 2202 and 2203. */
        public Builder readyDelay(Duration delay) {
            readyDelay = delay;
            return this;
        }

        public Partners start() {
            Partners partners = new Partners(ports, prepared, houses, keep);
            partners.salto().settings().readyDelay(readyDelay);
            return partners;
        }
    }

    static RuntimeException unchecked(IOException e) {
        return new UncheckedIOException(e);
    }
}
