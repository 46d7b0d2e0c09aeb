package app.latchkey.hooks;

import static app.latchkey.product.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import app.latchkey.product.RunningProduct;
import app.latchkey.product.WithProduct;
import app.latchkey.sync.Harbour;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import sandbox.http.Fault;
import sandbox.http.Fields;
import sandbox.nexudus.Nexudus;
import sandbox.world.PreparedWorld;

/** Nexudus has switched all webhooks off, and for a day they cannot be switched on again, while people go on buying. */
@WithProduct(own = true)
class DayWithoutHooksEndurance {

    private static final int HOURS = 24;
    private static final String GROUP = "Flex members";
    private static final Duration LOOK = Duration.ofSeconds(30);
    private static final Duration REAL_LOOK = Duration.ofMillis(400);
    /** As often as everything is read. What has changed is read more often; but each look takes a machine's time as well. */
    private static final Duration PERIOD = Duration.ofHours(1);

    @Test
    void findsByItselfWhatNobodyTellsAndArmsThemOnceItCan(RunningProduct product) {
        Harbour harbour = new Harbour(product);
        harbour.begin();
        harbour.fullRun();
        Nexudus nexudus = product.partners().nexudus();
        List<Nexudus.Named> hooks = nexudus.webhooks();
        hooks.forEach(hook -> nexudus.edit("Webhook", hook.id(), Fields.of("Active", false)));
        nexudus.fail("PUT .*/webhooks", Fault.status(500).always());
        int told = nexudus.deliveries().size();

        List<Duration> waits = new ArrayList<>();
        for (int hour = 0; hour < HOURS; hour++) {
            product.partners().clock().advance(Duration.ofHours(1));
            String email = "day" + hour + "@buyers.example";
            long customer = nexudus.addCustomer(nexudus.location(PreparedWorld.HARBOUR_HOUSE), "Buyer " + hour, email);
            nexudus.buyPass(customer, nexudus.pass("Flex pass"));
            Duration waited = Duration.ZERO;
            while (!harbour.isIn(email, GROUP) && waited.compareTo(PERIOD) < 0) {
                LockSupport.parkNanos(REAL_LOOK.toNanos());
                product.partners().clock().advance(LOOK);
                waited = waited.plus(LOOK);
            }
            waits.add(waited);
        }
        assertThat(nexudus.deliveries()).as("told meanwhile").hasSize(told);
        assertThat(nexudus.webhooks()).noneMatch(Nexudus.Named::active);
        assertThat(waits).as("waited by the clock").allMatch(waited -> waited.compareTo(PERIOD) < 0);
        System.out.println("Waited by the clock: " + waits);

        nexudus.clearFaults();
        product.partners().clock().advance(Duration.ofHours(1));
        eventually("armed", () -> {
            product.bean(LookAfterHooks.class).look(product.partners().clock().instant());
            return nexudus.webhooks().stream().allMatch(Nexudus.Named::active);
        });
        assertThat(nexudus.webhooks()).hasSameSizeAs(hooks);
        eventually("the mail", () -> letters(product) > 0);
        assertThat(letters(product)).isEqualTo(1);
    }

    private static long letters(RunningProduct product) {
        return product.partners().inbox().all().stream()
                .filter(mail -> mail.subject().startsWith("Nexudus had stopped telling us"))
                .count();
    }
}
