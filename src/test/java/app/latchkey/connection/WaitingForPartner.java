package app.latchkey.connection;

import java.util.concurrent.CountDownLatch;

/** Waits as a request to a partner does. */
public final class WaitingForPartner {

    private WaitingForPartner() {}

    /** Until the partner answers. */
    public static void until(CountDownLatch answered) {
        var unused = PartnerWait.during(() -> {
            try {
                answered.await();
                return answered;
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
    }
}
