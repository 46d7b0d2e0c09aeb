package app.latchkey.connection;

import java.util.function.Consumer;
import java.util.function.Supplier;

/** Lets whoever causes calls to a partner write them down, without every client in between having to hand them back. */
public final class PartnerCalls {

    private static final ScopedValue<Consumer<PartnerCall>> LISTENER = ScopedValue.newInstance();

    private PartnerCalls() {}

    /** Does it, and tells the listener of each call that it makes on this thread, also of those that fail. */
    public static <T> T heard(Consumer<PartnerCall> listener, Supplier<T> deed) {
        return ScopedValue.where(LISTENER, listener).call(deed::get);
    }

    static void tell(PartnerCall call) {
        if (LISTENER.isBound()) {
            LISTENER.get().accept(call);
        }
    }
}
