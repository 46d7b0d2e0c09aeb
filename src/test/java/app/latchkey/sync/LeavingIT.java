package app.latchkey.sync;

import static app.latchkey.product.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import app.latchkey.Case;
import app.latchkey.connection.Connections;
import app.latchkey.connection.Partner;
import app.latchkey.connection.State;
import app.latchkey.operator.LeavingSentences;
import app.latchkey.product.RunningProduct;
import app.latchkey.space.Scopes;
import app.latchkey.space.SetupStep;
import app.latchkey.space.Spaces;
import app.latchkey.sync.Leaving.Outcome;
import app.latchkey.sync.Leaving.Stage;
import app.latchkey.sync.Leaving.Way;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import sandbox.world.PreparedWorld;

/** A space that leaves, each with a product to itself: nothing of Latchkey stays behind. */
class LeavingIT {

    private static final String FLEX = "Flex members";

    private final RunningProduct product = RunningProduct.start();
    private final Harbour harbour = new Harbour(product);
    private final Leavings leavings = harbour.bean(Leavings.class);

    @BeforeEach
    void begin() {
        harbour.begin();
        harbour.fullRun();
    }

    @AfterEach
    void stop() {
        product.close();
    }

    @Case(53)
    @Test
    void takesOutWhomItLetInAndNobodyElseAndLeavesNothingBehind() {
        String site = harbour.partners().salto().site(PreparedWorld.HARBOUR_HOUSE);
        harbour.partners()
                .salto()
                .addByHand(
                        harbour.partners().salto().addUserByHand(site, "Cleo", "Cleaner", "cleo@example.com"),
                        harbour.partners().salto().group(site, FLEX));
        harbour.fullRun();
        List<Leavings.Ours> ours = leavings.ours(harbour.space());
        assertThat(ours).isNotEmpty().extracting(Leavings.Ours::name).doesNotContain("Cleo Cleaner");
        assertThat(harbour.partners().nexudus().hookSecrets()).isNotEmpty();

        assertThat(leavings.begin(harbour.space(), Way.RELEASE, now(), PreparedWorld.ANA))
                .isTrue();
        assertThat(leavings.begin(harbour.space(), Way.KEEP, now(), PreparedWorld.ANA))
                .isFalse();
        Leaving done = left();

        assertThat(done.lines()).hasSameSizeAs(ours).allMatch(line -> line.outcome() == Outcome.TAKEN_OUT);
        assertThat(done.leftOver()).isEmpty();
        assertThat(harbour.isIn(PreparedWorld.MARTA, FLEX)).isFalse();
        assertThat(harbour.isIn("cleo@example.com", FLEX)).isTrue();
        assertThat(harbour.partners().nexudus().hookSecrets()).isEmpty();
        for (Partner partner : Partner.values()) {
            assertThat(harbour.bean(Connections.class).state(harbour.space(), partner))
                    .isEqualTo(State.ABSENT);
        }
        assertThat(LeavingSentences.csv(done)).contains("\"Marta Nunes\",\"Flex members\",\"Taken out\"");
        assertThat(harbour.bean(Scopes.class)
                        .inSpace(
                                harbour.space(),
                                () -> harbour.bean(Spaces.class)
                                        .get(harbour.space())
                                        .setup()))
                .isEqualTo(SetupStep.SALTO);
    }

    @Case(53)
    @Test
    void keepsEverybodyWhereTheyAreAndStopsLookingAfterThem() {
        List<Leavings.Ours> ours = leavings.ours(harbour.space());
        leavings.begin(harbour.space(), Way.KEEP, now(), PreparedWorld.ANA);
        harbour.partners().resetJournal();
        Leaving done = left();

        assertThat(done.count(Outcome.KEPT)).isEqualTo(ours.size());
        assertThat(harbour.isIn(PreparedWorld.MARTA, FLEX)).isTrue();
        assertThat(harbour.partners().salto().calls().writes().count()).isZero();
        assertThat(leavings.ours(harbour.space())).isEmpty();
    }

    @Case(53)
    @Test
    void goesOnUntilTheDateThatWasChosenUnlessSomebodyDecidesToStay() {
        Instant date = now().plus(Duration.ofDays(3));
        leavings.begin(harbour.space(), Way.END_ON, date, PreparedWorld.ANA);
        assertThat(harbour.bean(Overviews.class).of(harbour.space()).state()).isEqualTo(SpaceState.LEAVING);
        assertThat(harbour.bean(StaffBoard.class).board())
                .extracting(SpaceHealth::state)
                .containsExactly(SpaceState.LEAVING);
        harbour.partners()
                .nexudus()
                .buyPass(
                        harbour.customer(PreparedWorld.TOMASZ).value(),
                        harbour.partners().nexudus().pass("Flex pass"));
        eventually("Tomasz in", () -> harbour.isIn(PreparedWorld.TOMASZ, FLEX));

        assertThat(leavings.stay(harbour.space(), PreparedWorld.ANA)).isTrue();
        assertThat(harbour.bean(Overviews.class).of(harbour.space()).state()).isEqualTo(SpaceState.RIGHT);

        leavings.begin(harbour.space(), Way.END_ON, date, PreparedWorld.ANA);
        harbour.partners().clock().advance(Duration.ofDays(3));
        assertThat(left().lines()).extracting(Leaving.Line::name).contains("Tomasz Wójcik");
        assertThat(harbour.isIn(PreparedWorld.TOMASZ, FLEX)).isFalse();
        assertThat(leavings.stay(harbour.space(), PreparedWorld.ANA)).isFalse();
    }

    @Case(51)
    @Test
    void takesNobodyOutForWantOfAPartner() {
        harbour.bean(Connections.class).disconnect(harbour.space(), Partner.NEXUDUS);
        harbour.partners().resetJournal();
        harbour.partners().clock().advance(Duration.ofHours(2));
        assertThat(harbour.fullRun().outcome()).isEqualTo(RunOutcome.FAILED);
        assertThat(harbour.bean(Overviews.class).of(harbour.space()).state()).isEqualTo(SpaceState.STOPPED);
        assertThat(harbour.partners().salto().calls().writes().count()).isZero();
        assertThat(harbour.isIn(PreparedWorld.MARTA, FLEX)).isTrue();

        leavings.begin(harbour.space(), Way.KEEP, now(), PreparedWorld.ANA);
        assertThat(left().leftOver())
                .hasValueSatisfying(words -> assertThat(words).contains("webhooks are still in Nexudus"));
    }

    private Leaving left() {
        eventually(
                "it has left",
                () -> leavings.latest(harbour.space())
                        .filter(leaving -> leaving.stage() == Stage.DONE)
                        .isPresent());
        return leavings.latest(harbour.space()).orElseThrow();
    }

    private Instant now() {
        return harbour.partners().clock().instant();
    }
}
