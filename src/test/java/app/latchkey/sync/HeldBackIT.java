package app.latchkey.sync;

import static app.latchkey.product.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import app.latchkey.entitlement.Reason;
import app.latchkey.operator.ChangeSettings;
import app.latchkey.product.RunningProduct;
import app.latchkey.product.WithProduct;
import app.latchkey.salto.SaltoKs;
import app.latchkey.shared.CustomerId;
import app.latchkey.space.Mode;
import app.latchkey.space.Scopes;
import app.latchkey.space.Spaces;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import sandbox.world.PreparedWorld;

/** What people hold back, and that it goes on. */
@WithProduct(own = true)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HeldBackIT {

    private static final String FLEX = "Flex members";
    private static final String ROOM_4 = "Room 4 - 2nd floor";

    private final Harbour harbour;
    private final List<Long> bought = new ArrayList<>();

    HeldBackIT(RunningProduct product) {
        harbour = new Harbour(product);
    }

    @BeforeAll
    void begin() {
        harbour.begin();
    }

    @Test
    void writesNothingWhileFrozenSaysWhoIsStillInAndGoesOnByItself() {
        Instant now = harbour.partners().clock().instant();
        book(now, now.plus(Duration.ofMinutes(30)));
        eventually("Aisha in", () -> harbour.isIn(PreparedWorld.AISHA, ROOM_4));

        harbour.asOperator(ChangeSettings.class, settings -> settings.freeze(harbour.space(), PreparedWorld.ANA));
        harbour.fullRun();
        harbour.partners()
                .nexudus()
                .buyPass(
                        harbour.customer(PreparedWorld.TOMASZ).value(),
                        harbour.partners().nexudus().pass("Flex pass"));
        harbour.partners().clock().advance(Duration.ofHours(1));

        eventually("who is still in", () -> !stillIn().isEmpty());
        assertThat(stillIn()).anySatisfy(end -> {
            assertThat(end.customer()).contains(harbour.customer(PreparedWorld.AISHA));
            assertThat(end.group()).isEqualTo(ROOM_4);
            assertThat(end.why()).contains(new Reason.SpaceFrozen(null));
        });
        assertThat(harbour.isIn(PreparedWorld.AISHA, ROOM_4)).isTrue();
        assertThat(harbour.isIn(PreparedWorld.TOMASZ, FLEX)).isFalse();
        assertThat(harbour.bean(SpaceTroubles.class).worst(harbour.space()))
                .get()
                .isInstanceOf(SpaceTrouble.Frozen.class);

        harbour.partners().clock().advance(ChangeSettings.FREEZE.minus(Duration.ofHours(1)));
        eventually("Aisha out", () -> !harbour.isIn(PreparedWorld.AISHA, ROOM_4));
        eventually("Tomasz in", () -> harbour.isIn(PreparedWorld.TOMASZ, FLEX));
        eventually("nobody still in", () -> stillIn().isEmpty());
    }

    @Test
    void invitesNobodyWithoutASeatSaysSoAndLetsThemInWhenThereIsOne() {
        String nora = "nora.new@example.com";
        String site = harbour.partners().salto().site(PreparedWorld.HARBOUR_HOUSE);
        int used = harbour.bean(SaltoKs.class).site(harbour.space()).seatsUsed();
        harbour.partners().salto().seats(site, used);
        long customer = harbour.partners().nexudus().addCustomer("Nora New", nora);
        harbour.partners()
                .nexudus()
                .buyPass(customer, harbour.partners().nexudus().pass("Flex pass"));

        eventually(
                "Nora withheld",
                () -> harbour.bean(Doorways.class).of(harbour.space(), new CustomerId(customer)).stream()
                        .anyMatch(door -> door.reason()
                                .filter(Reason.NoSeat.class::isInstance)
                                .isPresent()));
        assertThat(harbour.partners().salto().user(site, nora)).isEmpty();
        assertThat(harbour.bean(SpaceTroubles.class).worst(harbour.space()))
                .get()
                .isInstanceOf(SpaceTrouble.SeatsShort.class);

        harbour.partners().salto().seats(site, used + 1);
        harbour.partners().clock().advance(Duration.ofMinutes(10));
        eventually("Nora in", () -> harbour.isIn(nora, FLEX));
    }

    /** No hook tells that it is gone, and nobody is let in before a second reading has said so as well. */
    @Test
    void letsNobodyInByAPurchaseThatTheLastReadingLacked() {
        long customer = harbour.customer(PreparedWorld.ELIF).value();
        harbour.asOperator(ChangeSettings.class, settings -> settings.pause(harbour.space(), PreparedWorld.ANA));
        long pass = harbour.partners()
                .nexudus()
                .buyPass(customer, harbour.partners().nexudus().pass("Flex pass"));
        harbour.fullRun();
        harbour.partners().nexudus().loseWebhooks(true);
        harbour.partners().nexudus().refundPass(pass);
        harbour.bean(Scopes.class)
                .inSpace(harbour.space(), () -> harbour.bean(Spaces.class).resume(harbour.space()));
        harbour.partners().resetJournal();
        harbour.fullRun();
        harbour.fullRun();
        harbour.partners().nexudus().loseWebhooks(false);
        assertThat(harbour.partners().salto().calls().writes().count()).isZero();
        assertThat(harbour.isIn(PreparedWorld.ELIF, FLEX)).isFalse();
    }

    /** Their passes were taken back one by one while changes were paused: together they are one large change. */
    @Test
    void asksAboutAllBeforeItTakesOutTheFirstOfManyAfterAPause() {
        List<Long> customers = IntStream.range(0, 12).mapToObj(this::flexMember).toList();
        eventually("all in", () -> IntStream.range(0, 12).allMatch(this::isIn));
        harbour.fullRun();
        harbour.asOperator(ChangeSettings.class, settings -> settings.pause(harbour.space(), PreparedWorld.ANA));
        bought.forEach(pass -> harbour.partners().nexudus().refundPass(pass));
        harbour.fullRun();
        harbour.partners().clock().advance(Duration.ofMinutes(1));
        harbour.fullRun();
        assertThat(stillIn()).hasSizeGreaterThanOrEqualTo(12);

        harbour.bean(Scopes.class)
                .inSpace(harbour.space(), () -> harbour.bean(Spaces.class).resume(harbour.space()));
        customers.forEach(customer ->
                harbour.bean(Sync.class).again(harbour.space(), Subject.customer(new CustomerId(customer)), "test"));
        eventually(
                "the question",
                () -> question().filter(plan -> plan.removals() == 12).isPresent());
        assertThat(IntStream.range(0, 12)).allMatch(this::isIn);
        remindsOfIt();
        OpenDecision plan = question().orElseThrow();
        assertThat(harbour.bean(Decisions.class)
                        .approve(harbour.space(), plan.plan(), plan.fingerprint(), harbour.operator()))
                .isEqualTo(Approval.APPROVED);
        eventually("all out", () -> IntStream.range(0, 12).noneMatch(this::isIn));
    }

    /** Once when it begins to wait, once more after a day, and from the beginning after a week. */
    private void remindsOfIt() {
        Instant since = question().orElseThrow().heldSince();
        harbour.awaitMail("Your yes is needed, 12 people would be taken out");
        harbour.partners().clock().advance(Duration.ofHours(24));
        harbour.awaitMail("A day has passed: your yes is needed, 12 people would be taken out");
        harbour.fullRun();
        assertThat(question().orElseThrow().heldSince()).isEqualTo(since);
        harbour.partners().clock().advance(Duration.ofDays(6));
        harbour.fullRun();
        assertThat(question().orElseThrow().heldSince()).isAfter(since.plus(Duration.ofDays(6)));
    }

    private Optional<OpenDecision> question() {
        return harbour.bean(Decisions.class).open(harbour.space()).stream().findFirst();
    }

    @Test
    void asksAgainAfterTwoWeeksWhetherNobodyIsToBeTakenOut() {
        GrantsOnly mode = harbour.bean(GrantsOnly.class);
        harbour.asOperator(
                ChangeSettings.class, settings -> settings.mode(harbour.space(), PreparedWorld.ANA, Mode.GRANTS_ONLY));
        mode.look(harbour.space());
        assertThat(mode.unconfirmedSince(harbour.space())).isEmpty();
        harbour.partners().clock().advance(GrantsOnly.ASK_AFTER);
        assertThat(mode.unconfirmedSince(harbour.space())).isPresent();
        harbour.awaitMail("Still take nobody out?");
        mode.confirm(harbour.space(), PreparedWorld.ANA);
        assertThat(mode.unconfirmedSince(harbour.space())).isEmpty();
        harbour.partners().clock().advance(GrantsOnly.ASK_AFTER);
        harbour.asOperator(
                ChangeSettings.class, settings -> settings.mode(harbour.space(), PreparedWorld.ANA, Mode.FULL));
        assertThat(mode.unconfirmedSince(harbour.space())).isEmpty();
    }

    private long flexMember(int number) {
        long customer = harbour.partners().nexudus().addCustomer("Flex " + number, flex(number));
        bought.add(harbour.partners()
                .nexudus()
                .buyPass(customer, harbour.partners().nexudus().pass("Flex pass")));
        return customer;
    }

    private boolean isIn(int number) {
        return harbour.isIn(flex(number), FLEX);
    }

    private static String flex(int number) {
        return "flex" + number + "@example.com";
    }

    private List<OverdueEnd> stillIn() {
        return harbour.bean(OverdueEnds.class).of(harbour.space());
    }

    private void book(Instant from, Instant to) {
        harbour.partners()
                .nexudus()
                .book(
                        harbour.customer(PreparedWorld.AISHA).value(),
                        harbour.partners().nexudus().room("Meeting Room 4"),
                        from,
                        to);
    }
}
