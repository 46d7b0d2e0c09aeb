package app.latchkey.sync;

import static app.latchkey.product.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import app.latchkey.operator.ChangeSettings;
import app.latchkey.product.RunningProduct;
import app.latchkey.salto.StreamState;
import app.latchkey.shared.LockId;
import app.latchkey.shared.SpaceId;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.context.ConfigurableApplicationContext;
import sandbox.salto.Salto;
import sandbox.world.PreparedWorld;

/** Where a site has an event stream its doors are read as soon as something happens there, long before it would be time to. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class HearDoorsIT {

    private static final String HOUSE = PreparedWorld.HARBOUR_HOUSE;
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final Duration FAR = Duration.ofMinutes(2);
    private static final int MOST = 300;

    private final RunningProduct product = RunningProduct.hearing();
    private final Harbour harbour = new Harbour(product);
    private final Salto salto = product.partners().salto();

    @BeforeAll
    void begin() {
        harbour.begin();
        harbour.fullRun();
        live();
    }

    @AfterAll
    void end() {
        product.close();
    }

    @Test
    @Order(1)
    void knowsWithinSecondsWhoOpenedADoor() {
        awaitRest();
        opensAndIsKnown("Open space", product.context());
        assertThat(doors(harbour.space())).hasValueSatisfying(stream -> {
            assertThat(stream.state()).isEqualTo(StreamState.LIVE);
            assertThat(stream.readEvery()).isEqualTo(Duration.ofMinutes(5));
        });
    }

    @Test
    @Order(2)
    void readsOnceForManyDoors() {
        awaitRest();
        int before = readings();
        int known = events("Open space", product.context());
        int opened = 0;
        for (long end = System.nanoTime() + Duration.ofSeconds(3).toNanos(); System.nanoTime() < end; opened++) {
            salto.tryDoor(PreparedWorld.MARTA, lock("Open space"));
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
        int all = known + opened;
        eventually("all of them", () -> events("Open space", product.context()) == all);
        assertThat(readings() - before)
                .as("at the beginning, and five seconds later")
                .isLessThanOrEqualTo(2);
    }

    @Test
    @Order(3)
    void knowsWhatHappenedWhileTheLineWasBroken() {
        knowsInSpiteOf(salto::dropStreams);
    }

    @Test
    @Order(4)
    void comesBackWithAnotherTokenWhenOneHasExpired() {
        knowsInSpiteOf(salto::expireAccessTokens);
    }

    @Test
    @Order(5)
    void isSilentWhileTheSpaceIsPaused() {
        harbour.asOperator(ChangeSettings.class, settings -> settings.pause(harbour.space(), PreparedWorld.ANA));
        eventually("closed", () -> salto.streams(HOUSE) == 0);
        eventually("nothing said of it", () -> doors(harbour.space()).isEmpty());
        harbour.asOperator(ChangeSettings.class, settings -> settings.resume(harbour.space(), PreparedWorld.ANA));
        live();
    }

    @Test
    @Order(6)
    void readsADoorNowAndThenWhereTheSubscriptionHasNoStream() {
        salto.eventStream(PreparedWorld.HARBOUR_NORTH, false);
        House north = House.named(product, PreparedWorld.HARBOUR_NORTH);
        north.begin();
        eventually(
                "that is known",
                () -> doors(north.space())
                        .filter(stream -> stream.state() == StreamState.NOT_SUBSCRIBED)
                        .isPresent());
        assertThat(salto.streams(PreparedWorld.HARBOUR_NORTH)).isZero();
        assertThat(harbour.bean(SpaceTroubles.class).worst(north.space()))
                .as("no trouble of the space")
                .isEmpty();
        LockId lock =
                LockId.of(salto.locks(PreparedWorld.HARBOUR_NORTH).getFirst().id());
        salto.tryDoor(PreparedWorld.IKER, lock.toString());
        product.partners().clock().advance(Duration.ofMinutes(6));
        eventually(
                "read all the same",
                () -> !harbour.bean(DoorLog.class)
                        .atDoor(north.space(), lock, MOST)
                        .isEmpty());
    }

    @Test
    @Order(7)
    void isHeardByOneOfTwoNodesAndByTheOtherWhenThatOneStops() {
        live();
        String first = holder();
        try (ConfigurableApplicationContext other = product.anotherNode()) {
            for (long end = System.nanoTime() + Duration.ofSeconds(6).toNanos(); System.nanoTime() < end; ) {
                assertThat(salto.streams(HOUSE)).isEqualTo(1);
                LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
            }
            assertThat(holder()).isEqualTo(first);
            product.context().close();
            eventually("the other listens", () -> !holder().equals(first) && salto.streams(HOUSE) == 1);
            awaitRest();
            opensAndIsKnown("Open space", other);
        }
    }

    /** A door that opens meanwhile is known, and another once the stream is there again. */
    private void knowsInSpiteOf(Runnable mishap) {
        awaitRest();
        mishap.run();
        opensAndIsKnown("Open space", product.context());
        live();
        awaitRest();
        opensAndIsKnown("Open space", product.context());
    }

    private void opensAndIsKnown(String door, ConfigurableApplicationContext node) {
        int known = events(door, node);
        long began = System.nanoTime();
        salto.tryDoor(PreparedWorld.MARTA, lock(door));
        eventually("the door's event", () -> events(door, node) > known);
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(SOON);
    }

    private void live() {
        eventually(
                "the stream",
                () -> salto.streams(HOUSE) == 1
                        && doors(harbour.space())
                                .filter(stream -> stream.state() == StreamState.LIVE)
                                .isPresent());
    }

    /** Until whatever was heard before has been read, and the next regular reading is far away. */
    private void awaitRest() {
        eventually("nothing to read", () -> {
            Instant far = product.partners().clock().instant().plus(FAR);
            return dueAt().filter(at -> at.isAfter(far)).isPresent();
        });
    }

    private Optional<Instant> dueAt() {
        return product.database()
                .scopes()
                .inSpace(
                        harbour.space(),
                        () -> product.database()
                                .jdbc()
                                .sql("select due_at from due_work where subject = 'doors'")
                                .query(OffsetDateTime.class)
                                .optional()
                                .map(OffsetDateTime::toInstant));
    }

    private String holder() {
        return product.database()
                .scopes()
                .inSpace(
                        harbour.space(),
                        () -> product.database()
                                .jdbc()
                                .sql("select holder from door_stream")
                                .query(String.class)
                                .single());
    }

    private Optional<DoorStream> doors(SpaceId space) {
        return harbour.bean(Overviews.class).of(space).partners().doors();
    }

    private int readings() {
        return salto.calls().to("/sites/" + salto.site(HOUSE) + "/entries").count();
    }

    private int events(String door, ConfigurableApplicationContext node) {
        return node.getBean(DoorLog.class)
                .atDoor(harbour.space(), LockId.of(lock(door)), MOST)
                .size();
    }

    private String lock(String name) {
        return salto.lock(HOUSE, name);
    }
}
