package app.latchkey.connection;

import java.util.function.Consumer;
import java.util.function.Supplier;

/** Lets whoever causes calls to a partner write them down and hold them back, without every client in between having to know. */
public final class PartnerCalls {

    private static final ScopedValue<Deed> DEED = ScopedValue.newInstance();

    private PartnerCalls() {}

    /** What several calls are made for. */
    private record Deed(Consumer<PartnerCall> listener, Runnable mayChange) {}

    /** Does it, and tells the listener of each call that it makes on this thread, also of those that fail. */
    public static <T> T heard(Consumer<PartnerCall> listener, Supplier<T> deed) {
        return heard(listener, () -> {}, deed);
    }

    /**
     * The same, for what is only right as long as something holds.
     *
     * @param mayChange asked before each request that changes something, after all waiting; what it throws is thrown, and nothing is sent
     */
    public static <T> T heard(Consumer<PartnerCall> listener, Runnable mayChange, Supplier<T> deed) {
        return ScopedValue.where(DEED, new Deed(listener, mayChange)).call(deed::get);
    }

    /** To be called by whoever sends a request that changes something at a partner, as late as can be. */
    public static void requireMayChange() {
        if (DEED.isBound()) {
            DEED.get().mayChange().run();
        }
    }

    static void tell(PartnerCall call) {
        if (DEED.isBound()) {
            DEED.get().listener().accept(call);
        }
    }
}
