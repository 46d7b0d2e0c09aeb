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
import app.latchkey.sync.Leaving.TagOutcome;
import app.latchkey.sync.Leaving.Way;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import sandbox.http.Call;
import sandbox.http.Fault;
import sandbox.http.Fields;
import sandbox.salto.Salto;
import sandbox.world.PreparedWorld;

/** A space that leaves, each with a product to itself: nothing of Latchkey stays behind. */
class LeavingIT {

    private static final String FLEX = "Flex members";

    /** Between two looks: the wait for the next try begins a moment after what went wrong is shown. */
    private static final Duration A_MOMENT = Duration.ofSeconds(2);

    private final RunningProduct product = RunningProduct.start();
    private final Harbour harbour = new Harbour(product);
    private final Leavings leavings = harbour.bean(Leavings.class);

    @BeforeEach
    void begin() {
        card(PreparedWorld.BENGT, "");
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

    @Case(53)
    @Test
    void takesBackTheTagsThatItGaveAndNoOther() {
        giveTag(PreparedWorld.MARTA, "02400011");
        giveTag(PreparedWorld.AISHA, "02400012");
        salto().registerTag(PreparedWorld.HARBOUR_HOUSE, "02400013");
        salto().giveTag(PreparedWorld.DULCE, "02400013");
        salto().takeTag(PreparedWorld.AISHA);
        assertThat(leavings.tags(harbour.space()))
                .extracting(Leavings.OurTag::tag)
                .contains("02400011", "02400012")
                .doesNotContain("02400013");

        leavings.begin(harbour.space(), Way.RELEASE, now(), PreparedWorld.ANA);
        Leaving done = left();

        assertThat(outcome(done, "02400011")).isEqualTo(TagOutcome.TAKEN_BACK);
        assertThat(outcome(done, "02400012")).isEqualTo(TagOutcome.NOT_THERE);
        assertThat(salto().tag(PreparedWorld.MARTA)).isEmpty();
        assertThat(salto().tag(PreparedWorld.DULCE)).isEqualTo("02400013");
        assertThat(LeavingSentences.csv(done))
                .contains("\"Marta Nunes\",\"Tag 02400011\",\"Taken back\"")
                .doesNotContain("02400013");
    }

    @Case(53)
    @Test
    void leavesTagsWithWhomItGaveThemToWhereEverybodyStays() {
        giveTag(PreparedWorld.MARTA, "02400014");
        leavings.begin(harbour.space(), Way.KEEP, now(), PreparedWorld.ANA);
        assertThat(outcome(left(), "02400014")).isEqualTo(TagOutcome.KEPT);
        assertThat(salto().tag(PreparedWorld.MARTA)).isEqualTo("02400014");
    }

    /** As if the process had died between Salto's answer and its being written down. */
    @Case(53)
    @Test
    void knowsAsItsOwnWhatItTookBackBeforeItDied() {
        giveTag(PreparedWorld.MARTA, "00000015");
        harbour.partners().resetJournal();
        salto().fail("PATCH ", Fault.delay(Duration.ofSeconds(2)).always());
        leavings.begin(harbour.space(), Way.RELEASE, now(), PreparedWorld.ANA);
        eventually("it is about to", this::isAboutToTakeATag);
        loseTheLease();
        assertThat(outcome(left(), "00000015")).isEqualTo(TagOutcome.TAKEN_BACK);
        assertThat(salto().tag(PreparedWorld.MARTA)).isEmpty();
        assertThat(salto().calls().writes().to("/users/[^/]+").all())
                .filteredOn(call -> call.body().equals("{\"tag_id\":null}"))
                .extracting(Call::path)
                .doesNotHaveDuplicates();
    }

    @Case(53)
    @Test
    void saysWhichTagSaltoDoesNotLetItTakeBack() {
        giveTag(PreparedWorld.MARTA, "02400016");
        salto().fail("PATCH ", Fault.status(404).always());
        leavings.begin(harbour.space(), Way.RELEASE, now(), PreparedWorld.ANA);
        eventually(
                "what is left to do by hand",
                () -> leavings.latest(harbour.space())
                        .filter(leaving -> leaving.count(TagOutcome.BY_HAND) == 1)
                        .isPresent());
        eventually("the next try", () -> {
            harbour.partners().clock().advance(A_MOMENT);
            return hasLeft();
        });
        Leaving done = left();
        assertThat(LeavingSentences.progress(done, now(), ZoneOffset.UTC)).contains("take it back there by hand");
        assertThat(harbour.isIn(PreparedWorld.MARTA, FLEX)).isFalse();
    }

    private Salto salto() {
        return harbour.partners().salto();
    }

    private void card(String email, String number) {
        harbour.partners()
                .nexudus()
                .edit("Coworker", harbour.customer(email).value(), Fields.of("AccessCardId", number));
    }

    private void giveTag(String email, String number) {
        salto().registerTag(PreparedWorld.HARBOUR_HOUSE, number);
        card(email, number);
        eventually(
                email + " with a tag",
                () -> salto().tag(email).equals(number)
                        && leavings.tags(harbour.space()).stream()
                                .anyMatch(ours -> ours.tag().equals(number)));
    }

    private static TagOutcome outcome(Leaving leaving, String tag) {
        return leaving.tags().stream()
                .filter(line -> line.tag().equals(tag))
                .map(Leaving.TagLine::outcome)
                .findFirst()
                .orElseThrow();
    }

    private boolean isAboutToTakeATag() {
        return product.database()
                .scopes()
                .inSpace(
                        harbour.space(),
                        () -> product.database()
                                .jdbc()
                                .sql(
                                        "select exists (select from run_change where what = 'TAKE_TAG' and state = 'INTENDED')")
                                .query(Boolean.class)
                                .single());
    }

    private void loseTheLease() {
        var unused = product.database()
                .scopes()
                .inSpace(
                        harbour.space(),
                        () -> product.database()
                                .jdbc()
                                .sql(
                                        "update space_lease set epoch = epoch + 1, expires_at = clock_timestamp() + interval '5 seconds'")
                                .update());
    }

    private boolean hasLeft() {
        return leavings.latest(harbour.space())
                .filter(leaving -> leaving.stage() == Stage.DONE)
                .isPresent();
    }

    private Leaving left() {
        eventually("it has left", this::hasLeft);
        return leavings.latest(harbour.space()).orElseThrow();
    }

    private Instant now() {
        return harbour.partners().clock().instant();
    }
}
