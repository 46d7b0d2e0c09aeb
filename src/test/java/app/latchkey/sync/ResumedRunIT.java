package app.latchkey.sync;

import static app.latchkey.product.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import app.latchkey.product.RunningProduct;
import app.latchkey.product.WithProduct;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import sandbox.http.Fault;
import sandbox.nexudus.Nexudus;
import sandbox.world.PreparedWorld;

/** A run that goes on with what one before it has read: old pages overrule nothing newer, and lack a thing only once. */
@WithProduct(own = true)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ResumedRunIT {

    private static final String FLEX = "Flex members";
    private static final String ROOM_4 = "Room 4 - 2nd floor";
    private static final String PASSES = "/api/billing/coworkertimepasses";

    private final RunningProduct product;
    private final Harbour harbour;
    private final Nexudus nexudus;

    ResumedRunIT(RunningProduct product) {
        this.product = product;
        harbour = new Harbour(product);
        nexudus = harbour.partners().nexudus();
    }

    @BeforeAll
    void begin() {
        harbour.begin();
        nexudus.settings().largestPage(5);
    }

    @AfterEach
    void allIsWell() {
        nexudus.clearFaults();
        nexudus.loseWebhooks(false);
        harbour.fullRun();
    }

    @Test
    void bringsNothingBackThatHasEndedSince() {
        long pass = nexudus.buyPass(harbour.customer(PreparedWorld.TOMASZ).value(), nexudus.pass("Flex pass"));
        eventually("Tomasz in", () -> harbour.isIn(PreparedWorld.TOMASZ, FLEX));
        IntStream.range(0, 8).forEach(this::somebodyElseBuys);
        nexudus.fail(
                "GET /api/spaces/bookings\\?(?!.*_Coworker=)", Fault.garbage().always());
        harbour.fullRun();

        nexudus.refundPass(pass);
        harbour.secondLookAt(PreparedWorld.TOMASZ);
        eventually("Tomasz out", () -> !harbour.isIn(PreparedWorld.TOMASZ, FLEX));
        assertThat(kept("billing/coworkertimepasses"))
                .as("pages of before he left")
                .isPositive();
        harbour.partners().resetJournal();
        nexudus.clearFaults();
        assertThat(harbour.fullRun().outcome()).isEqualTo(RunOutcome.DONE);

        assertThat(harbour.isIn(PreparedWorld.TOMASZ, FLEX)).isFalse();
        assertThat(harbour.partners()
                        .calls()
                        .of("Salto")
                        .writes()
                        .to("access_groups")
                        .all())
                .isEmpty();
    }

    private int kept(String list) {
        return product.database()
                .scopes()
                .inSpace(
                        harbour.space(),
                        () -> product.database()
                                .jdbc()
                                .sql("select count(*) from nexudus_page where starts_with(path, :list)")
                                .param("list", list)
                                .query(Integer.class)
                                .single());
    }

    /** Without an e-mail address, so that nothing follows from it. */
    private void somebodyElseBuys(int number) {
        nexudus.buyPass(nexudus.addCustomer("Somebody " + number, ""), nexudus.pass("Flex pass"));
    }

    @Test
    void lacksAThingOnlyOnceHoweverOftenItIsGoneOnWith() {
        long customer = harbour.customer(PreparedWorld.AISHA).value();
        Instant now = harbour.partners().clock().instant();
        long booking = nexudus.book(customer, nexudus.room("Meeting Room 4"), now, now.plus(Duration.ofHours(3)));
        eventually("Aisha in", () -> harbour.isIn(PreparedWorld.AISHA, ROOM_4));
        harbour.fullRun();
        nexudus.loseWebhooks(true);
        nexudus.cancelBooking(booking);
        nexudus.fail("GET " + PASSES, Fault.garbage().always());
        nexudus.fail("GET /api/spaces/coworkers/" + customer, Fault.garbage().always());

        harbour.fullRun();
        harbour.fullRun();
        assertThat(harbour.isIn(PreparedWorld.AISHA, ROOM_4)).isTrue();
        nexudus.clearFaults();
        nexudus.fail("GET /api/spaces/coworkers/" + customer, Fault.garbage().always());
        harbour.fullRun();
        assertThat(harbour.isIn(PreparedWorld.AISHA, ROOM_4))
                .as("whole now, but begun before the first lack was seen")
                .isTrue();

        nexudus.clearFaults();
        harbour.fullRun();
        eventually("Aisha out", () -> !harbour.isIn(PreparedWorld.AISHA, ROOM_4));
    }
}
