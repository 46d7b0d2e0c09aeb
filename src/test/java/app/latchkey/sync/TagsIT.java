package app.latchkey.sync;

import static app.latchkey.product.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import app.latchkey.Case;
import app.latchkey.product.RunningProduct;
import app.latchkey.product.WithProduct;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import sandbox.Http;
import sandbox.http.Call;
import sandbox.http.Fault;
import sandbox.http.Fields;
import sandbox.partners.Partners;
import sandbox.salto.Salto;
import sandbox.world.PreparedWorld;

/** Access cards in Nexudus become tags in Salto: each has one owner at a time, and only what we gave is ever taken. */
@WithProduct(own = true)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TagsIT {

    private final Harbour harbour;
    private final Partners partners;
    private final Salto salto;

    TagsIT(RunningProduct product) {
        harbour = new Harbour(product);
        partners = harbour.partners();
        salto = partners.salto();
    }

    @BeforeAll
    void begin() {
        cards(PreparedWorld.BENGT, "");
        harbour.begin();
        harbour.fullRun();
    }

    @AfterEach
    void asBefore() {
        salto.clearFaults();
        salto.settings().tagDelay(Duration.ZERO).tagsPath("tags");
        cards(PreparedWorld.MARTA, "");
        cards(PreparedWorld.BENGT, "");
        eventually("nobody has a tag", () -> {
            partners.clock().advance(Duration.ofSeconds(5));
            return salto.tag(PreparedWorld.MARTA).isEmpty()
                    && salto.tag(PreparedWorld.BENGT).isEmpty();
        });
    }

    @Test
    void givesATagOnceNexudusNamesItAndTakesItWhenItNoLongerDoes() {
        registered("02400001");
        cards(PreparedWorld.MARTA, "02400001");
        awaitTag(PreparedWorld.MARTA, "02400001");
        assertThat(harbour.bean(Runs.class).runs(harbour.space(), true, 0, 5))
                .anyMatch(run -> run.kind() == RunKind.KEYS);
        cards(PreparedWorld.MARTA, "");
        awaitTag(PreparedWorld.MARTA, "");
    }

    /** The sandbox lets go of a tag late: whoever is given it in between loses it again. */
    @Case(36)
    @Test
    void aTagMovesOnlyOnceSaltoHasLetGoOfIt() {
        registered("02400002");
        cards(PreparedWorld.BENGT, "02400002");
        awaitTag(PreparedWorld.BENGT, "02400002");
        salto.settings().tagDelay(Duration.ofSeconds(40));
        partners.resetJournal();
        cards(PreparedWorld.BENGT, "");
        cards(PreparedWorld.MARTA, "02400002");
        eventually("the tag with Marta", () -> {
            partners.clock().advance(Duration.ofSeconds(5));
            return salto.tag(PreparedWorld.MARTA).equals("02400002");
        });
        partners.clock().advance(Duration.ofMinutes(2));
        assertThat(salto.tag(PreparedWorld.MARTA)).isEqualTo("02400002");
        assertThat(salto.tag(PreparedWorld.BENGT)).isEmpty();
        assertThat(salto.calls().writes().to("/users/[^/]+").all())
                .extracting(Call::body)
                .as("taken as often as it needs, given once, last")
                .last()
                .asString()
                .contains("tag_id")
                .doesNotContain("null");
    }

    @Case(36)
    @Test
    void inTheNaiveOrderNobodyHasTheTagInTheEnd() {
        registered("02400003");
        salto.giveTag(PreparedWorld.BENGT, "02400003");
        salto.settings().tagDelay(Duration.ofSeconds(40));
        patch(PreparedWorld.BENGT, "{\"tag_id\":null}");
        patch(PreparedWorld.MARTA, "{\"tag_id\":\"" + salto.tagId(PreparedWorld.HARBOUR_HOUSE, "02400003") + "\"}");
        assertThat(salto.tag(PreparedWorld.MARTA)).isEqualTo("02400003");
        partners.clock().advance(Duration.ofMinutes(1));
        assertThat(salto.tag(PreparedWorld.MARTA)).isEmpty();
        assertThat(salto.tag(PreparedWorld.BENGT)).isEmpty();
    }

    @Test
    void leavesATagAloneThatSomebodyElseGave() {
        registered("02400004");
        salto.giveTag(PreparedWorld.BENGT, "02400004");
        harbour.fullRun();
        cards(PreparedWorld.MARTA, "02400004");
        awaitState(PreparedWorld.MARTA, "02400004", CardState.HELD_BY_ANOTHER);
        assertThat(salto.tag(PreparedWorld.BENGT)).isEqualTo("02400004");
        salto.takeTag(PreparedWorld.BENGT);
        harbour.fullRun();
    }

    @Test
    void saysThatATagIsNotRegisteredOrIsAnotherSites() {
        cards(PreparedWorld.MARTA, "02400005");
        awaitState(PreparedWorld.MARTA, "02400005", CardState.NOT_REGISTERED);
        salto.giveTag(PreparedWorld.RUI, "02400006");
        cards(PreparedWorld.MARTA, "02400006");
        awaitState(PreparedWorld.MARTA, "02400006", CardState.OF_ANOTHER_SITE);
        assertThat(salto.tag(PreparedWorld.RUI)).isEqualTo("02400006");
    }

    @Test
    void holdsUpNobodysDoorsWhenSaltoRefusesTags() {
        registered("02400007");
        salto.fail("PATCH ", Fault.status(403).always());
        cards(PreparedWorld.MARTA, "02400007");
        awaitState(PreparedWorld.MARTA, "02400007", CardState.REFUSED);
        assertThat(harbour.fullRun().outcome()).isEqualTo(RunOutcome.DONE);
    }

    /** It may have been given all the same: else nobody would ever take it back. */
    @Test
    void knowsATagAsItsOwnWhenSaltoRefusesToShowWhatCameOfGivingIt() {
        registered("02400010");
        String user = salto.user(PreparedWorld.HARBOUR_HOUSE, PreparedWorld.MARTA)
                .orElseThrow()
                .siteUserId();
        salto.fail("PATCH .*/users/" + user, Fault.rewritten(given -> {
            salto.fail("GET .*/users/" + user, Fault.status(403));
            return given;
        }));
        cards(PreparedWorld.MARTA, "02400010");
        awaitTag(PreparedWorld.MARTA, "02400010");
        cards(PreparedWorld.MARTA, "");
        eventually("taken back", () -> {
            partners.clock().advance(Duration.ofSeconds(5));
            return salto.tag(PreparedWorld.MARTA).isEmpty();
        });
    }

    /** The list of the site's tags lies elsewhere than this deployment believes. */
    @Test
    void holdsUpNobodysDoorsWhereTagsLieElsewhere() {
        salto.settings().tagsPath("elsewhere");
        cards(PreparedWorld.MARTA, "02400008");
        look();
        assertThat(harbour.fullRun().outcome()).isEqualTo(RunOutcome.DONE);
        assertThat(salto.tag(PreparedWorld.MARTA)).isEmpty();
    }

    @Test
    void keepsATagWhereNexudusLeavesCardsOut() {
        registered("02400009");
        cards(PreparedWorld.MARTA, "02400009");
        awaitTag(PreparedWorld.MARTA, "02400009");
        partners.nexudus().settings().omits("AccessCardId");
        harbour.fullRun();
        look();
        look();
        assertThat(salto.tag(PreparedWorld.MARTA)).isEqualTo("02400009");
        partners.nexudus().settings().omits("");
    }

    private void registered(String number) {
        salto.registerTag(PreparedWorld.HARBOUR_HOUSE, number);
    }

    private void cards(String email, String numbers) {
        partners.nexudus().edit("Coworker", partners.nexudus().customer(email), Fields.of("AccessCardId", numbers));
    }

    private void look() {
        harbour.bean(Sync.class).again(harbour.space(), Subject.keys(), "test");
    }

    private void awaitTag(String email, String number) {
        eventually(email + " with tag " + number, () -> salto.tag(email).equals(number));
    }

    private void awaitState(String email, String number, CardState state) {
        eventually(
                number + " " + state,
                () -> state(email, number).filter(state::equals).isPresent());
    }

    private Optional<CardState> state(String email, String number) {
        return harbour
                .bean(CustomerDirectory.class)
                .detail(harbour.space(), harbour.customer(email))
                .orElseThrow()
                .ways()
                .cards()
                .stream()
                .filter(card -> card.number().equals(number))
                .map(CardStanding::state)
                .findFirst();
    }

    private void patch(String email, String body) {
        String site = salto.site(PreparedWorld.HARBOUR_HOUSE);
        String user =
                salto.user(PreparedWorld.HARBOUR_HOUSE, email).orElseThrow().siteUserId();
        Http.at(partners.saltoApiUrl())
                .bearer(harbour.bean(app.latchkey.connection.AccessTokens.class)
                        .current(harbour.space(), app.latchkey.connection.Partner.SALTO)
                        .reveal())
                .method("PATCH", "/v1.2/sites/" + site + "/users/" + user, body);
    }
}
