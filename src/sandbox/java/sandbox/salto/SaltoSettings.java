package sandbox.salto;

import java.time.Duration;

/** How this Salto behaves where the real one is slow, or answers now this way and now that. Changed by tests; never saved. */
public final class SaltoSettings {

    /** The shape of lists: what was measured (sites bare, all else wrapped), or one shape for all. */
    public enum ListShape {
        AS_MEASURED,
        WRAPPED,
        BARE
    }

    /** What {@code next_page_link} holds: the form is not known, so all of them can be had. */
    public enum NextLinks {
        ABSOLUTE,
        RELATIVE,
        NONE
    }

    volatile ListShape listShape = ListShape.AS_MEASURED;
    volatile NextLinks nextLinks = NextLinks.ABSOLUTE;
    volatile int pageSize = 100;
    volatile Duration readyDelay = Duration.ZERO;
    volatile Duration deleteDelay = Duration.ZERO;
    volatile Duration lockDelay = Duration.ZERO;

    public SaltoSettings listShape(ListShape shape) {
        listShape = shape;
        return this;
    }

    public SaltoSettings nextLinks(NextLinks links) {
        nextLinks = links;
        return this;
    }

    /** Largest page; a bigger {@code $top} is cut to it. */
    public SaltoSettings pageSize(int size) {
        pageSize = size;
        return this;
    }

    /** How long a fresh user answers 2202 and 2203. */
    public SaltoSettings readyDelay(Duration delay) {
        readyDelay = delay;
        return this;
    }

    /** How long a deleted user can still be read. */
    public SaltoSettings deleteDelay(Duration delay) {
        deleteDelay = delay;
        return this;
    }

    /** How long a new group membership takes to reach the locks. */
    public SaltoSettings lockDelay(Duration delay) {
        lockDelay = delay;
        return this;
    }
}
