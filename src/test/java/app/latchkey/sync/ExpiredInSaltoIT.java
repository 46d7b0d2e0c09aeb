package app.latchkey.sync;

import static app.latchkey.product.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import app.latchkey.entitlement.DoorState;
import app.latchkey.entitlement.Reason;
import app.latchkey.product.RunningProduct;
import app.latchkey.product.WithProduct;
import app.latchkey.shared.Window;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import sandbox.salto.Decision;
import sandbox.salto.Salto;
import sandbox.world.PreparedWorld;

/** Somebody is in the group and paid for it, and yet his Salto user is over. */
@WithProduct(own = true)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExpiredInSaltoIT {

    private static final String FLEX = "Flex members";

    private final Harbour harbour;
    private final Salto salto;

    ExpiredInSaltoIT(RunningProduct product) {
        harbour = new Harbour(product);
        salto = harbour.partners().salto();
    }

    @BeforeAll
    void begin() {
        harbour.begin();
    }

    private Doorway marta() {
        return harbour.bean(Doorways.class).of(harbour.space(), harbour.customer(PreparedWorld.MARTA)).stream()
                .filter(door -> door.groupName().equals(FLEX))
                .findFirst()
                .orElseThrow();
    }

    private boolean isListedAs(CustomerFilter filter) {
        return harbour
                .bean(CustomerDirectory.class)
                .customers(harbour.space(), PreparedWorld.MARTA, filter, 0, 10)
                .stream()
                .anyMatch(row -> row.customer().equals(harbour.customer(PreparedWorld.MARTA)));
    }

    private CustomerDetail detail() {
        return harbour.bean(CustomerDirectory.class)
                .detail(harbour.space(), harbour.customer(PreparedWorld.MARTA))
                .orElseThrow();
    }

    @Test
    void saysThatSheMayComeInAndCannotAndTakesNothingFromHer() {
        Instant end =
                harbour.partners().clock().instant().plus(1, ChronoUnit.MINUTES).truncatedTo(ChronoUnit.SECONDS);
        salto.expire(PreparedWorld.HARBOUR_HOUSE, PreparedWorld.MARTA, end);
        harbour.fullRun();
        assertThat(marta().state()).isEqualTo(DoorState.OPEN);
        assertThat(marta().window().flatMap(Window::end)).contains(end);
        assertThat(isListedAs(CustomerFilter.CAN_OPEN_NOW)).isTrue();

        harbour.partners().clock().moveTo(end.plusSeconds(1));
        assertThat(marta().reason()).contains(new Reason.ExpiredInSalto(end));
        eventually("her name among those who are kept out", () -> isListedAs(CustomerFilter.WITHHELD));
        assertThat(detail().counts()).isFalse();
        String lock = salto.locksOf(harbour.group(FLEX).toString()).getFirst().id();
        assertThat(salto.canOpen(PreparedWorld.MARTA, lock)).isEqualTo(Decision.EXPIRED);
        assertThat(harbour.isIn(PreparedWorld.MARTA, FLEX)).isTrue();
        assertThat(detail().subscribed()).as("an end frees no seat").isTrue();

        salto.expire(PreparedWorld.HARBOUR_HOUSE, PreparedWorld.MARTA, end.plus(Duration.ofDays(30)));
        harbour.fullRun();
        assertThat(marta().state()).isEqualTo(DoorState.OPEN);
        assertThat(isListedAs(CustomerFilter.CAN_OPEN_NOW)).isTrue();
    }
}
