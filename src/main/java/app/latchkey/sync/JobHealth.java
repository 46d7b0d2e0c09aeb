package app.latchkey.sync;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Whether the machine itself is alive.
 *
 * @param servers those that have said lately that they run, on whatever node
 * @param lanes due work by kind, each kind once
 */
public record JobHealth(
        List<Server> servers,
        Optional<Instant> lastTickAt,
        int dueNow,
        Optional<Instant> oldestDueSince,
        Optional<Instant> nextDueAt,
        List<Lane> lanes,
        List<LeaseRow> leases) {

    public JobHealth {
        servers = List.copyOf(servers);
        lanes = List.copyOf(lanes);
        leases = List.copyOf(leases);
    }

    /**
     * A job server, by its own word.
     *
     * @param silentFor how long ago it last said that it runs
     */
    public record Server(String name, boolean running, Duration silentFor) {

        /** It says so every few seconds; after a minute without a word it does not run. */
        public boolean isAlive() {
            return running && silentFor.compareTo(Duration.ofMinutes(1)) < 0;
        }
    }

    /**
     * Work of one kind.
     *
     * @param dueNow how much could be served this moment
     * @param planned how much has a later date
     */
    public record Lane(Kind kind, int dueNow, int planned, Optional<Instant> oldestSince) {

        /** What the work looks at. */
        public enum Kind {
            CUSTOMER,
            GROUP,
            CHANGES,
            MEMBERS,
            DOORS,
            SPACE
        }
    }

    /** Who serves a space now. */
    public record LeaseRow(String space, String holder, long epoch, Instant expiresAt) {}
}
