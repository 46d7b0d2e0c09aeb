package app.latchkey.sync;

import static app.latchkey.product.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.latchkey.operator.DecideByHand;
import app.latchkey.product.RunningProduct;
import app.latchkey.product.WithProduct;
import app.latchkey.shared.Window;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import sandbox.world.PreparedWorld;

/** Whom others have put in a group is left alone until an operator says what becomes of them, and then exactly that happens. */
@WithProduct(own = true)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ByHandIT {

    private static final String FLEX = "Flex members";
    private static final String ROOM_4 = "Room 4 - 2nd floor";
    private static final String YUKI = "yuki.tanaka@kumo.example";
    private static final String GUEST = "mateo.vargas@andes.example";

    private final RunningProduct product;
    private final Harbour harbour;
    private final ByHand byHand;

    ByHandIT(RunningProduct product) {
        this.product = product;
        harbour = new Harbour(product);
        byHand = harbour.bean(ByHand.class);
    }

    @BeforeAll
    void begin() {
        harbour.begin();
    }

    @AfterEach
    void everybodyByHandIsOut() {
        byHand.all(harbour.space()).forEach(person -> byHand.leaveAsItIs(harbour.space(), person, "test"));
    }

    private void putsIn(String email, String group) {
        harbour.partners().salto().addByHand(email, harbour.group(group).toString());
        harbour.fullRun();
    }

    private Optional<InByHand> at(String email, String group) {
        return byHand.all(harbour.space()).stream()
                .filter(person -> person.place().group().equals(harbour.group(group)))
                .filter(person -> person.customer().equals(Optional.of(harbour.customer(email))))
                .findFirst();
    }

    private Doorway door(String email, String group) {
        return harbour.bean(Doorways.class).of(harbour.space(), harbour.customer(email)).stream()
                .filter(door -> door.group().equals(harbour.group(group)))
                .findFirst()
                .orElseThrow();
    }

    private void say(Consumer<DecideByHand> answer) {
        harbour.asOperator(DecideByHand.class, answer);
    }

    private void passes(Duration time) {
        harbour.partners().clock().advance(time);
        product.context().publishEvent(new Ticked(harbour.partners().clock().instant()));
    }

    @Test
    void takesOutAtTheEndThatWasSetAndNotBefore() {
        putsIn(GUEST, ROOM_4);
        InByHand guest = at(GUEST, ROOM_4).orElseThrow();
        assertThat(guest.because()).isEmpty();
        assertThat(door(GUEST, ROOM_4).window()).isEmpty();
        Instant end = harbour.partners().clock().instant().plus(Duration.ofHours(2));
        say(decide -> decide.endAt(harbour.space(), guest, end));
        passes(Duration.ofHours(1));
        harbour.fullRun();
        assertThat(harbour.isIn(GUEST, ROOM_4)).isTrue();
        assertThat(at(GUEST, ROOM_4)).flatMap(InByHand::endsAt).isPresent();
        assertThat(door(GUEST, ROOM_4).window())
                .as("what the guest is told")
                .flatMap(Window::end)
                .hasValueSatisfying(told -> assertThat(told).isCloseTo(end, within(1, ChronoUnit.SECONDS)));

        passes(Duration.ofMinutes(61));
        eventually("the guest out", () -> !harbour.isIn(GUEST, ROOM_4));
        eventually("gone from the list", () -> at(GUEST, ROOM_4).isEmpty());
    }

    @Test
    void takesOutSomebodyWhomNexudusDoesNotKnow() {
        InByHand cleaner = byHand.all(harbour.space()).stream()
                .filter(person -> person.customer().isEmpty())
                .filter(person -> harbour.partners()
                        .salto()
                        .isMember(PreparedWorld.DULCE, person.place().group().toString()))
                .filter(person -> person.name().startsWith("Dulce"))
                .findFirst()
                .orElseThrow();
        say(decide -> assertThat(decide.lookAfter(harbour.space(), cleaner))
                .as("she would leave at once")
                .isFalse());
        say(decide -> decide.endAt(
                harbour.space(), cleaner, harbour.partners().clock().instant()));
        eventually(
                "the cleaner out",
                () -> !harbour.partners()
                        .salto()
                        .isMember(PreparedWorld.DULCE, cleaner.place().group().toString()));
    }

    @Test
    void looksAfterWhoHasBoughtItUntilThatEnds() {
        putsIn(YUKI, FLEX);
        long pass = harbour.partners()
                .nexudus()
                .buyPass(
                        harbour.customer(YUKI).value(),
                        harbour.partners().nexudus().pass("Flex pass"));
        eventually(
                "what explains it",
                () -> at(YUKI, FLEX)
                        .filter(person -> !person.because().isEmpty())
                        .isPresent());
        InByHand yuki = at(YUKI, FLEX).orElseThrow();
        say(decide -> assertThat(decide.lookAfter(harbour.space(), yuki)).isTrue());
        eventually("no longer by hand", () -> at(YUKI, FLEX).isEmpty());
        assertThat(harbour.isIn(YUKI, FLEX)).isTrue();

        harbour.partners().nexudus().refundPass(pass);
        harbour.secondLookAt(YUKI);
        eventually("Yuki out", () -> !harbour.isIn(YUKI, FLEX));
    }

    @Test
    void leavesInAtTheEndWhoHasBoughtItByThen() {
        putsIn(PreparedWorld.AISHA, FLEX);
        say(decide -> decide.endAt(
                harbour.space(),
                at(PreparedWorld.AISHA, FLEX).orElseThrow(),
                harbour.partners().clock().instant().plus(Duration.ofHours(1))));
        harbour.partners()
                .nexudus()
                .buyPass(
                        harbour.customer(PreparedWorld.AISHA).value(),
                        harbour.partners().nexudus().pass("Flex pass"));
        eventually(
                "what explains it",
                () -> at(PreparedWorld.AISHA, FLEX)
                        .filter(person -> !person.because().isEmpty())
                        .isPresent());
        passes(Duration.ofMinutes(61));
        eventually("Aisha is ours", () -> at(PreparedWorld.AISHA, FLEX).isEmpty());
        assertThat(harbour.isIn(PreparedWorld.AISHA, FLEX)).isTrue();
    }

    @Test
    void changesNothingAboutWhomItMayNotTouch() {
        putsIn(GUEST, FLEX);
        say(decide -> decide.neverTouch(harbour.space(), at(GUEST, FLEX).orElseThrow()));
        harbour.fullRun();
        InByHand guest = at(GUEST, FLEX).orElseThrow();
        assertThat(guest.untouchable()).isTrue();
        harbour.partners().salto().removeByHand(GUEST, harbour.group(FLEX).toString());
        long pass = harbour.partners()
                .nexudus()
                .buyPass(
                        harbour.customer(GUEST).value(),
                        harbour.partners().nexudus().pass("Flex pass"));
        harbour.fullRun();
        assertThat(harbour.isIn(GUEST, FLEX)).as("not even let in").isFalse();

        say(decide -> decide.leaveAsItIs(harbour.space(), guest));
        eventually("the guest let in", () -> harbour.isIn(GUEST, FLEX));
        harbour.partners().nexudus().refundPass(pass);
        harbour.secondLookAt(GUEST);
        eventually("the guest out", () -> !harbour.isIn(GUEST, FLEX));
    }

    @Test
    void forgetsAnEndThatIsTakenBack() {
        putsIn(PreparedWorld.ELIF, ROOM_4);
        say(decide -> decide.endAt(
                harbour.space(),
                at(PreparedWorld.ELIF, ROOM_4).orElseThrow(),
                harbour.partners().clock().instant().plus(Duration.ofHours(1))));
        say(decide -> decide.leaveAsItIs(
                harbour.space(), at(PreparedWorld.ELIF, ROOM_4).orElseThrow()));
        passes(Duration.ofMinutes(61));
        harbour.fullRun();
        assertThat(harbour.isIn(PreparedWorld.ELIF, ROOM_4)).isTrue();
        assertThat(at(PreparedWorld.ELIF, ROOM_4)).flatMap(InByHand::endsAt).isEmpty();
    }
}
