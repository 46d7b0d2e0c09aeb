package sandbox.http;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What shall go wrong at one partner: whether it is down, and the faults that wait for a matching request. */
public final class Faults {
    private static final class Waiting {
        private final Pattern pattern;
        private final Fault fault;
        private int left;

        private Waiting(Pattern pattern, Fault fault) {
            this.pattern = pattern;
            this.fault = fault;
            this.left = fault.times();
        }
    }

    private final List<Waiting> waiting = new ArrayList<>();
    private volatile boolean down;

    /** From now on every connection is closed without an answer. */
    public void takeDown() {
        down = true;
    }

    public void bringUp() {
        down = false;
    }

    public boolean isDown() {
        return down;
    }

    /** {@code pattern} is searched in {@code "METHOD /path?query"}. */
    public synchronized void add(String pattern, Fault fault) {
        waiting.add(new Waiting(Pattern.compile(pattern), fault));
    }

    public synchronized void clear() {
        waiting.clear();
    }

    /** The fault that this request meets; it counts as one of its times. */
    synchronized Optional<Fault> meet(String request) {
        for (Iterator<Waiting> each = waiting.iterator(); each.hasNext(); ) {
            Waiting next = each.next();
            if (next.pattern.matcher(request).find()) {
                next.left--;
                if (next.left <= 0) {
                    each.remove();
                }
                return Optional.of(next.fault);
            }
        }
        return Optional.empty();
    }
}
