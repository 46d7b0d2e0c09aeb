package app.latchkey.sync;

import static org.assertj.core.api.Assertions.assertThat;

import app.latchkey.Fact;
import app.latchkey.Fact.Sure;
import app.latchkey.entitlement.Reason;
import app.latchkey.product.RunningProduct;
import app.latchkey.product.WithProduct;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import sandbox.http.Fault;
import sandbox.nexudus.Nexudus;
import sandbox.world.PreparedWorld;

/** An access group takes nobody more: whoever should be in it stays outside, and nobody else does. */
@WithProduct(own = true)
class FullGroupIT {

    private static final String FULL = "Room 4 - 2nd floor";
    private static final String OTHER = "Flex members";

    private final Harbour harbour;
    private final Nexudus nexudus;

    FullGroupIT(RunningProduct product) {
        harbour = new Harbour(product);
        nexudus = harbour.partners().nexudus();
    }

    @Fact(
            value = "A7.8",
            sure = Sure.UNKNOWN,
            says =
                    "How many access groups a site may have, and how many users a group: whom a group refuses is counted as failed, and the others come into theirs in the same run")
    @Test
    void keepsNobodyElseOutside() {
        harbour.begin();
        harbour.fullRun();
        nexudus.loseWebhooks(true);
        harbour.partners()
                .salto()
                .fail(
                        "POST .*/access_groups/" + harbour.group(FULL) + "/users",
                        Fault.status(400).always());
        // What is due earlier is granted earlier: the refusal comes before what is not to suffer from it.
        Instant now = harbour.partners().clock().instant();
        nexudus.book(
                harbour.customer(PreparedWorld.AISHA).value(),
                nexudus.room("Meeting Room 4"),
                now.plus(Duration.ofMinutes(7)),
                now.plus(Duration.ofHours(2)));
        nexudus.buyPass(harbour.customer(PreparedWorld.BENGT).value(), nexudus.pass("Flex pass"));
        RunRow run = harbour.fullRun();
        assertThat(run.failed()).isEqualTo(1);
        assertThat(harbour.isIn(PreparedWorld.AISHA, FULL)).isFalse();
        assertThat(harbour.bean(Doorways.class).of(harbour.space(), harbour.customer(PreparedWorld.AISHA)))
                .flatExtracting(door -> door.reason().stream().toList())
                .contains(new Reason.SaltoRefuses());
        assertThat(harbour.isIn(PreparedWorld.BENGT, OTHER)).isTrue();
    }
}
