package stranger;

import static app.latchkey.product.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import app.latchkey.Fact;
import app.latchkey.Fact.Sure;
import app.latchkey.product.RunningProduct;
import app.latchkey.space.Assumption;
import app.latchkey.sync.DoorLog;
import app.latchkey.sync.RunRow;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The whole product with other partners than the sandbox's, by settings alone; each test has people of its own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StrangerProductIT {

    /** Customers. */
    private static final int ALWAYS = 1;

    private static final int HINTED = 5;
    private static final int PUSHED = 6;
    private static final int FOR_TWO_HOURS = 12;

    /** Access groups. */
    private static final int EVERYBODY = StrangeSpace.OF_THE_DAY_PASS;

    private static final int SOME = 2;

    private final StrangeSalto salto = new StrangeSalto();
    private final StrangeNexudus nexudus = new StrangeNexudus();
    private final RunningProduct product = RunningProduct.start(StrangeDeployment.settings(salto, nexudus));
    private final StrangeSpace space = StrangeSpace.matched(product, salto.house());

    StrangerProductIT() throws IOException {}

    @BeforeAll
    void begin() {
        salto.knows("Zoë", StrangeNexudus.email(FOR_TWO_HOURS));
        nexudus.sell(FOR_TWO_HOURS, now().plus(Duration.ofHours(2)));
        space.begin();
    }

    @AfterAll
    void close() {
        product.close();
        salto.close();
        nexudus.close();
    }

    private Instant now() {
        return product.partners().clock().instant();
    }

    @Test
    void asksNothingOfTheSandbox() {
        assertThat(product.partners().calls().all()).isEmpty();
        assertThat(salto.asked()).isNotEmpty();
        assertThat(nexudus.asked()).isNotEmpty();
    }

    @Test
    void letsInWhoBoughtAPassAndPutsThemOutWhenItEnds() {
        eventually("both in", () -> space.isIn(ALWAYS, EVERYBODY) && space.isIn(FOR_TWO_HOURS, EVERYBODY));
        product.partners().clock().advance(Duration.ofMinutes(119));
        space.awaitServed();
        assertThat(space.isIn(FOR_TWO_HOURS, EVERYBODY)).isTrue();

        product.partners().clock().advance(Duration.ofMinutes(1));
        eventually("out", () -> !space.isIn(FOR_TWO_HOURS, EVERYBODY));
        assertThat(space.isIn(ALWAYS, EVERYBODY)).isTrue();
    }

    @Fact(
            value = "B5.3",
            sure = Sure.UNKNOWN,
            says = "The field of a webhook that takes the shared secret",
            setting = Assumption.NEXUDUS_HOOK_SECRET_FIELD)
    @Test
    void isWokenByASignedHookAndByNoOther() {
        space.awaitServed();
        List<RunRow> before = space.runsOf(HINTED);
        nexudus.sell(HINTED, null);
        assertThat(nexudus.isImitatedAbout(HINTED)).isEqualTo(401);
        assertThat(space.isDue(HINTED)).isFalse();
        assertThat(space.runsOf(HINTED)).isEqualTo(before);

        assertThat(nexudus.callsAbout(HINTED)).isEqualTo(200);
        eventually("in", () -> space.isIn(HINTED, EVERYBODY));
        space.awaitServed();
        assertThat(space.runsOf(HINTED))
                .filteredOn(RunRow::changedSomething)
                .singleElement()
                .satisfies(run -> assertThat(run.causes()).containsExactly("Nexudus: access may have changed"));
    }

    @Fact(
            value = "B6.2",
            sure = Sure.UNKNOWN,
            says = "What Nexudus's Custom ACS calls an access group's id and its name",
            setting = Assumption.NEXUDUS_ACS_GROUP_FIELDS)
    @Fact(
            value = "B6.4",
            sure = Sure.INFERRED,
            says =
                    "A push says all groups of one customer, so that one it no longer says is over, and no group ends all")
    @Test
    void followsItsCustomAcs() {
        StrangeSpace annex = StrangeSpace.told(product, salto.annex());
        StrangeAcs.Saved saved = annex.secrets();
        Map<String, String> groups = nexudus.acs().groups(saved);
        assertThat(groups)
                .hasSize(StrangeSite.NUMBER_OF_GROUPS)
                .containsEntry("Group " + SOME, salto.annex().group(SOME).id());
        annex.begin();

        assertThat(nexudus.acs()
                        .push(
                                saved,
                                now(),
                                PUSHED,
                                List.of(salto.annex().group(SOME).id())))
                .isEqualTo(200);
        eventually("in", () -> annex.isIn(PUSHED, SOME));
        assertThat(nexudus.acs().push(saved, now(), PUSHED, List.of())).isEqualTo(200);
        eventually("out", () -> !annex.isIn(PUSHED, SOME));
    }

    @Fact(
            value = "A10.3",
            sure = Sure.UNKNOWN,
            says = "How a continuation token is sent back",
            setting = Assumption.SALTO_CONTINUATION_PARAMETER)
    @Test
    void readsWhatHappenedAtTheDoorPageByPage() {
        Instant last = now().truncatedTo(ChronoUnit.SECONDS);
        List<Instant> times = IntStream.range(0, 5).mapToObj(last::minusSeconds).toList();
        times.forEach(at -> salto.house().entries().opened(StrangeUsers.personOf(StrangeNexudus.email(ALWAYS)), at));
        space.readDoors();
        eventually("all of them", () -> space.atTheDoor().size() >= times.size());
        assertThat(space.atTheDoor()).extracting(DoorLog.Event::at).isEqualTo(times);
    }
}
