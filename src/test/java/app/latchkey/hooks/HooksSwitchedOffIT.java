package app.latchkey.hooks;

import static app.latchkey.product.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import app.latchkey.product.RunningProduct;
import app.latchkey.product.WithProduct;
import app.latchkey.sync.Harbour;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import sandbox.http.Fields;
import sandbox.nexudus.Nexudus;
import sandbox.world.PreparedWorld;

/** Nexudus switches webhooks off, hour after hour. */
@WithProduct(own = true)
class HooksSwitchedOffIT {

    private final RunningProduct product;
    private final Nexudus nexudus;

    HooksSwitchedOffIT(RunningProduct product) {
        this.product = product;
        nexudus = product.partners().nexudus();
        new Harbour(product).begin();
    }

    @Test
    void writesOnceOfHooksThatAreSwitchedOffAgainAndAgain() {
        for (int hour = 0; hour < 30; hour++) {
            switchOffAndLookAfter(Duration.ofHours(1));
        }
        eventually("the mail", () -> mailsOfHooks() == 1);
        switchOffAndLookAfter(Duration.ofHours(23));
        assertThat(mailsOfHooks()).as("not a day").isEqualTo(1);
        switchOffAndLookAfter(Duration.ofHours(25));
        eventually("another mail", () -> mailsOfHooks() == 2);
    }

    private void switchOffAndLookAfter(Duration later) {
        product.partners().clock().advance(later);
        nexudus.edit("Webhook", nexudus.webhooks().getFirst().id(), Fields.of("Active", false));
        product.bean(LookAfterHooks.class).look(product.partners().clock().instant());
        assertThat(nexudus.webhooks()).allMatch(Nexudus.Named::active);
    }

    private long mailsOfHooks() {
        return product.partners().inbox().all().stream()
                .filter(mail -> mail.subject().startsWith("Nexudus had stopped telling us"))
                .filter(mail -> mail.to().contains(PreparedWorld.ANA))
                .count();
    }
}
