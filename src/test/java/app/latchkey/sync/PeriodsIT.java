package app.latchkey.sync;

import static app.latchkey.product.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import app.latchkey.product.RunningProduct;
import app.latchkey.product.WithProduct;
import app.latchkey.space.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import sandbox.world.PreparedWorld;

/** What is noticed without any hook, and when at the latest. */
@WithProduct(own = true)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PeriodsIT {

    private static final String FLEX = "Flex members";

    private final Harbour harbour;
    private final TestDatabase database;
    private long pass;

    PeriodsIT(RunningProduct product) {
        harbour = new Harbour(product);
        database = product.database();
    }

    @BeforeAll
    void begin() {
        harbour.begin();
        harbour.fullRun();
        harbour.partners().nexudus().loseWebhooks(true);
    }

    @Test
    @Order(1)
    void noticesAPurchaseWithinFiveMinutes() {
        long full = harbour.lastFull().orElseThrow().number();
        pass = harbour.partners()
                .nexudus()
                .buyPass(
                        harbour.customer(PreparedWorld.AISHA).value(),
                        harbour.partners().nexudus().pass("Flex pass"));
        pass(Duration.ofMinutes(5));
        eventually("Aisha in", () -> harbour.isIn(PreparedWorld.AISHA, FLEX));
        assertThat(harbour.lastFull().orElseThrow().number()).isEqualTo(full);
    }

    @Test
    @Order(2)
    void putsBackWithinTenMinutesWhomSomebodyTookOutByHand() {
        harbour.partners()
                .salto()
                .removeByHand(PreparedWorld.AISHA, harbour.group(FLEX).toString());
        assertThat(harbour.isIn(PreparedWorld.AISHA, FLEX)).isFalse();
        pass(Duration.ofMinutes(10));
        eventually("Aisha in again", () -> harbour.isIn(PreparedWorld.AISHA, FLEX));
    }

    @Test
    @Order(3)
    void believesThatSomethingIsGoneOnlyWhenEverythingWasRead() {
        harbour.partners().nexudus().refundPass(pass);
        Instant before = harbour.partners().clock().instant();
        pass(Duration.ofMinutes(5));
        // A reading that was under way when time jumped is followed by the next only a whole period later.
        eventually("the changes read", () -> {
            pass(Duration.ofSeconds(1));
            return changesReadAt().isAfter(before);
        });
        assertThat(harbour.isIn(PreparedWorld.AISHA, FLEX)).isTrue();
        pass(Duration.ofMinutes(60));
        eventually("looked at twice", () -> {
            harbour.partners().clock().advance(Duration.ofSeconds(1));
            return !harbour.isIn(PreparedWorld.AISHA, FLEX);
        });
    }

    private void pass(Duration time) {
        harbour.partners().clock().advance(time);
    }

    private Instant changesReadAt() {
        return database.scopes()
                .inSpace(
                        harbour.space(),
                        () -> database.jdbc()
                                .sql("select max(started_at) from changes_read")
                                .query(OffsetDateTime.class)
                                .optional()
                                .map(OffsetDateTime::toInstant)
                                .orElse(Instant.EPOCH));
    }
}
