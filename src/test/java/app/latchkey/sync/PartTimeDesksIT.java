package app.latchkey.sync;

import static app.latchkey.product.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import app.latchkey.product.RunningProduct;
import app.latchkey.product.WithProduct;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import sandbox.nexudus.Nexudus;
import sandbox.world.PreparedWorld;

/** Whoever has an office on one day of the week is in its group on that day, week after week. */
@WithProduct(own = true)
class PartTimeDesksIT {

    private static final String HUGO = "hugo.martins@pixelpao.example";
    private static final String OFFICE = "Office 12";

    private final Harbour harbour;
    private final Nexudus nexudus;

    PartTimeDesksIT(RunningProduct product) {
        harbour = new Harbour(product);
        nexudus = product.partners().nexudus();
        harbour.begin();
    }

    @Test
    void letsInOnItsDaysAndOutBetweenThem() {
        LocalDate day = today().plusDays(1);
        jumpTo(noonOf(day));
        long variant = nexudus.addVariant(nexudus.desk(OFFICE), "Office 12, one day", Set.of(day.getDayOfWeek()));
        nexudus.signPartTime(harbour.customer(HUGO).value(), List.of(variant), now());
        eventually("in on its day", () -> harbour.isIn(HUGO, OFFICE));

        jumpTo(startOf(day.plusDays(1)).plusSeconds(60));
        eventually("out on the next", () -> !harbour.isIn(HUGO, OFFICE));
        jumpTo(noonOf(day.plusDays(6)));
        harbour.fullRun();
        assertThat(harbour.isIn(HUGO, OFFICE)).isFalse();

        jumpTo(startOf(day.plusDays(7)).plusSeconds(60));
        eventually("in a week later", () -> harbour.isIn(HUGO, OFFICE));
    }

    private void jumpTo(Instant then) {
        harbour.partners().clock().advance(Duration.between(now(), then));
    }

    private Instant now() {
        return harbour.partners().clock().instant();
    }

    private LocalDate today() {
        return now().atZone(PreparedWorld.LISBON).toLocalDate();
    }

    private static Instant startOf(LocalDate day) {
        return day.atStartOfDay(PreparedWorld.LISBON).toInstant();
    }

    private static Instant noonOf(LocalDate day) {
        return startOf(day).plus(Duration.ofHours(12));
    }
}
