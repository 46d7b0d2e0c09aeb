package app.latchkey.shared;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A half-open stretch of time: {@code from} belongs to it, {@code until} does not; without {@code until} it has no end. Never empty.
 */
public record Window(Instant from, @Nullable Instant until) implements Comparable<Window> {

    private static final Comparator<Window> ORDER =
            Comparator.comparing((Window window) -> window.from).thenComparing(Window::lastInstant);

    public Window {
        Objects.requireNonNull(from, "from");
        if (until != null && !from.isBefore(until)) {
            throw new IllegalArgumentException("A window ends after it begins: " + from + " to " + until);
        }
    }

    public static Window between(Instant from, Instant until) {
        return new Window(from, until);
    }

    public static Window from(Instant from) {
        return new Window(from, null);
    }

    /** The window, or none when the end is not after the beginning. */
    public static Optional<Window> ifNotEmpty(Instant from, @Nullable Instant until) {
        return until != null && !from.isBefore(until) ? Optional.empty() : Optional.of(new Window(from, until));
    }

    public Optional<Instant> end() {
        return Optional.ofNullable(until);
    }

    public boolean contains(Instant instant) {
        return !instant.isBefore(from) && (until == null || instant.isBefore(until));
    }

    public boolean isOver(Instant now) {
        return until != null && !now.isBefore(until);
    }

    public boolean isAhead(Instant now) {
        return now.isBefore(from);
    }

    /** Whether the two overlap or meet without a gap, so that their union is one window. */
    public boolean touches(Window other) {
        return !lastInstant().isBefore(other.from) && !other.lastInstant().isBefore(from);
    }

    public Optional<Window> intersect(Window other) {
        Instant later = from.isAfter(other.from) ? from : other.from;
        Instant sooner = lastInstant().isBefore(other.lastInstant()) ? until : other.until;
        return ifNotEmpty(later, sooner);
    }

    /** Begins {@code before} earlier and ends {@code after} later. */
    public Window widened(Duration before, Duration after) {
        return new Window(from.minus(before), until == null ? null : until.plus(after));
    }

    /** The smallest ordered list of windows that covers the same instants. */
    public static List<Window> union(Collection<Window> windows) {
        List<Window> merged = new ArrayList<>();
        for (Window next : windows.stream().sorted().toList()) {
            if (!merged.isEmpty() && merged.getLast().touches(next)) {
                merged.set(merged.size() - 1, merged.getLast().joined(next));
            } else {
                merged.add(next);
            }
        }
        return List.copyOf(merged);
    }

    private Window joined(Window next) {
        return new Window(from, lastInstant().isBefore(next.lastInstant()) ? next.until : until);
    }

    private Instant lastInstant() {
        return until == null ? Instant.MAX : until;
    }

    @Override
    public int compareTo(Window other) {
        return ORDER.compare(this, other);
    }
}
