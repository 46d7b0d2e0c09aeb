package app.latchkey.sync;

import static app.latchkey.product.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import app.latchkey.Case;
import app.latchkey.Fact;
import app.latchkey.Fact.Sure;
import app.latchkey.audit.Audit;
import app.latchkey.connection.AccessTokens;
import app.latchkey.connection.Partner;
import app.latchkey.operator.AllowPins;
import app.latchkey.operator.ChangeSettings;
import app.latchkey.operator.EndPins;
import app.latchkey.packaged.Place;
import app.latchkey.packaged.Traces;
import app.latchkey.product.RunningProduct;
import app.latchkey.product.WithProduct;
import app.latchkey.shared.Secret;
import app.latchkey.space.Scopes;
import app.latchkey.space.TestDatabase;
import app.latchkey.space.Wish;
import app.latchkey.sync.PinAnswer.Why;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import sandbox.Http;
import sandbox.http.Fault;
import sandbox.salto.Salto;
import sandbox.world.PreparedWorld;

/** Salto makes a PIN when its owner asks, it is said once, and nobody keeps it. */
@WithProduct(own = true)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(OutputCaptureExtension.class)
class PinsIT {

    private final Harbour harbour;
    private final RunningProduct product;
    private final Salto salto;

    PinsIT(RunningProduct product) {
        this.product = product;
        harbour = new Harbour(product);
        salto = harbour.partners().salto();
    }

    @BeforeAll
    void begin() {
        harbour.begin();
        harbour.fullRun();
    }

    @AfterEach
    void asBefore() {
        salto.clearFaults();
        salto.pins(PreparedWorld.HARBOUR_HOUSE, true, true);
        salto.allowPin(PreparedWorld.HARBOUR_HOUSE, PreparedWorld.MARTA, true);
    }

    @Test
    void saysItOnceAndKeepsItNowhere(CapturedOutput output) throws SQLException {
        salto.allowPin(PreparedWorld.HARBOUR_HOUSE, PreparedWorld.MARTA, true);
        salto.nextPin("9081726354");
        String pin = made();
        assertThat(pin).isEqualTo("9081726354").isEqualTo(salto.pin(PreparedWorld.HARBOUR_HOUSE, PreparedWorld.MARTA));
        assertThat(made()).as("the old one has ended").isNotEqualTo(pin);
        try (Connection superuser =
                TestDatabase.server().superuser(product.database().name())) {
            assertThat(Place.tables(superuser))
                    .filteredOn(place -> Traces.of(pin).areIn(place.text()))
                    .isEmpty();
        }
        assertThat(Traces.of(pin).areIn(output.getAll())).isFalse();
        assertThat(harbour.bean(Runs.class).runs(harbour.space(), true, 0, 1))
                .singleElement()
                .matches(run -> run.kind() == RunKind.KEYS && run.outcome() == RunOutcome.DONE);
        assertThat(harbour.bean(Scopes.class)
                        .inSpace(
                                harbour.space(), () -> harbour.bean(Audit.class).latest(harbour.space(), 5)))
                .anyMatch(entry -> entry.what().equals("made a new PIN"));
    }

    @Test
    void asksSaltoOnceWhateverBecomesOfTheAnswer() {
        salto.allowPin(PreparedWorld.HARBOUR_HOUSE, PreparedWorld.MARTA, true);
        harbour.partners().resetJournal();
        salto.fail("PUT ", Fault.lostAnswer());
        assertThat(make()).isEqualTo(new PinAnswer.Not(Why.UNCLEAR));
        assertThat(salto.calls().writes().to("/pin").count()).isEqualTo(1);
        salto.clearFaults();
        salto.fail("PUT ", Fault.garbage());
        assertThat(make()).isEqualTo(new PinAnswer.Not(Why.UNCLEAR));
    }

    @Test
    void makesNoneWhereNobodyCouldUseIt() {
        salto.allowPin(PreparedWorld.HARBOUR_HOUSE, PreparedWorld.MARTA, true);
        harbour.partners().resetJournal();
        salto.pins(PreparedWorld.HARBOUR_HOUSE, false, true);
        assertThat(make()).isEqualTo(new PinAnswer.Not(Why.NOT_HERE));
        salto.pins(PreparedWorld.HARBOUR_HOUSE, true, false);
        assertThat(make()).isEqualTo(new PinAnswer.Not(Why.NOT_HERE));
        salto.pins(PreparedWorld.HARBOUR_HOUSE, true, true);
        salto.allowPin(PreparedWorld.HARBOUR_HOUSE, PreparedWorld.MARTA, false);
        assertThat(make()).isEqualTo(new PinAnswer.Not(Why.NOT_HERE));
        assertThat(salto.calls().writes().to("/pin").count()).isZero();
    }

    /** Asking for a PIN and nothing else is refused by Salto, of whomever it lets have none. */
    @Fact(
            value = "A8.8",
            says = "A PIN is refused while the user’s `use_pin` is false; a change of that field alone allows it")
    @Test
    void switchesPinsOnWhereAnOperatorSaysSo() {
        salto.allowPin(PreparedWorld.HARBOUR_HOUSE, PreparedWorld.MARTA, false);
        assertThat(put("{}")).isEqualTo(403);
        assertThat(make()).isEqualTo(new PinAnswer.Not(Why.NOT_HERE));
        harbour.fullRun();
        assertThat(pinOfMarta()).isEqualTo(WaysIn.Pin.NOT_ALLOWED);
        harbour.partners().resetJournal();

        assertThat(allow()).isEmpty();

        assertThat(salto.calls().writes().all()).singleElement().satisfies(call -> {
            assertThat(call.method()).isEqualTo("PATCH");
            assertThat(call.body()).isEqualTo("{\"use_pin\":true}");
        });
        assertThat(pinOfMarta()).isNotEqualTo(WaysIn.Pin.NOT_ALLOWED);
        RunRow run = harbour.bean(Runs.class).runs(harbour.space(), true, 0, 1).getFirst();
        assertThat(harbour.bean(Runs.class)
                        .run(harbour.space(), run.number())
                        .orElseThrow()
                        .changes())
                .singleElement()
                .matches(change ->
                        change.what() == RunChangeRow.What.ALLOW_PIN && change.state() == RunChangeRow.State.DONE);
        assertThat(harbour.bean(Scopes.class)
                        .inSpace(
                                harbour.space(), () -> harbour.bean(Audit.class).latest(harbour.space(), 5)))
                .anyMatch(entry -> entry.what().equals("switched PINs on"));
        assertThat(make()).isInstanceOf(PinAnswer.Made.class);
    }

    @Test
    void switchesNothingOnTwiceOrWhereNobodyCouldUseIt() {
        harbour.partners().resetJournal();
        assertThat(allow()).as("they may already").isEmpty();
        salto.allowPin(PreparedWorld.HARBOUR_HOUSE, PreparedWorld.MARTA, false);
        salto.pins(PreparedWorld.HARBOUR_HOUSE, false, true);
        assertThat(allow()).contains(Why.NOT_HERE);
        assertThat(salto.calls().writes().count()).isZero();
    }

    @Test
    void knowsThatPinsAreSwitchedOnWhenTheAnswerWasLost() {
        salto.allowPin(PreparedWorld.HARBOUR_HOUSE, PreparedWorld.MARTA, false);
        salto.fail("PATCH ", Fault.lostAnswer());
        assertThat(allow()).isEmpty();
        salto.allowPin(PreparedWorld.HARBOUR_HOUSE, PreparedWorld.MARTA, false);
        salto.fail("PATCH ", Fault.status(403).always());
        assertThat(allow()).contains(Why.REFUSED);
    }

    private Optional<Why> allow() {
        return harbour.asOperator(
                () -> harbour.bean(AllowPins.class).allow(harbour.space(), harbour.customer(PreparedWorld.MARTA)));
    }

    private WaysIn.Pin pinOfMarta() {
        return harbour.bean(CustomerDirectory.class)
                .detail(harbour.space(), harbour.customer(PreparedWorld.MARTA))
                .orElseThrow()
                .ways()
                .pin();
    }

    private int put(String body) {
        String site = salto.site(PreparedWorld.HARBOUR_HOUSE);
        String user = salto.user(PreparedWorld.HARBOUR_HOUSE, PreparedWorld.MARTA)
                .orElseThrow()
                .siteUserId();
        return Http.at(harbour.partners().saltoApiUrl())
                .bearer(harbour.bean(AccessTokens.class)
                        .current(harbour.space(), Partner.SALTO)
                        .reveal())
                .method("PUT", "/v1.2/sites/" + site + "/users/" + user + "/pin", body)
                .status();
    }

    @Test
    void makesNoneWhileChangesAreHeld() {
        harbour.asOperator(ChangeSettings.class, settings -> settings.freeze(harbour.space(), "ana"));
        assertThat(make()).isEqualTo(new PinAnswer.Not(Why.PAUSED));
        harbour.asOperator(ChangeSettings.class, settings -> settings.thaw(harbour.space(), "ana"));
    }

    @Fact(
            value = "B4.8",
            sure = Sure.INFERRED,
            says =
                    "A changed record replaces the one before, so it is read whole first: `AccessPincode` changes and nothing else")
    @Test
    void writesItToNexudusOnlyWhereTheSpaceAsksForThat() {
        salto.allowPin(PreparedWorld.HARBOUR_HOUSE, PreparedWorld.MARTA, true);
        made();
        assertThat(pincode()).isEmpty();
        harbour.asOperator(
                ChangeSettings.class, settings -> settings.wish(harbour.space(), "ana", Wish.PIN_TO_NEXUDUS, true));
        String pin = made();
        assertThat(pincode()).isEqualTo(pin);
        assertThat(harbour.partners()
                        .nexudus()
                        .field("Coworker", harbour.customer(PreparedWorld.MARTA).value(), "Email"))
                .as("the rest of the record stays")
                .isEqualTo(PreparedWorld.MARTA);
        harbour.asOperator(
                ChangeSettings.class, settings -> settings.wish(harbour.space(), "ana", Wish.PIN_TO_NEXUDUS, false));
        assertThat(harbour.fullRun().outcome()).isEqualTo(RunOutcome.DONE);
    }

    /** Salto names Marta, whom no group lets into Office 12; Bengt is in it and uses a PIN. */
    @Case(37)
    @Test
    void twoPinsThatMayBeOneAreEndedTogetherByAnOperator() {
        List.of(PreparedWorld.MARTA, PreparedWorld.BENGT)
                .forEach(each -> salto.givePin(PreparedWorld.HARBOUR_HOUSE, each, "525149"));
        harbour.fullRun();
        // Salto says to the second when a door opened; what was opened before Marta's new PIN, a test ago, would count
        // no more.
        harbour.partners().clock().advance(Duration.ofMinutes(1));
        salto.opensByTheSamePin(PreparedWorld.MARTA, salto.lock(PreparedWorld.HARBOUR_HOUSE, "Office 12"));
        eventually("a suspicion", () -> {
            harbour.partners().clock().advance(Duration.ofSeconds(10));
            return suspicion().isPresent();
        });
        assertThat(suspicion().orElseThrow().others())
                .extracting(PinSuspicion.Other::customer)
                .containsExactly(harbour.customer(PreparedWorld.BENGT));
        assertThat(salto.pin(PreparedWorld.HARBOUR_HOUSE, PreparedWorld.BENGT))
                .as("no run ends a PIN")
                .isEqualTo("525149");

        assertThat(harbour.asOperator(() -> harbour.bean(EndPins.class)
                        .both(
                                harbour.space(),
                                harbour.customer(PreparedWorld.MARTA),
                                harbour.customer(PreparedWorld.BENGT))))
                .isEmpty();
        assertThat(List.of(
                        salto.pin(PreparedWorld.HARBOUR_HOUSE, PreparedWorld.MARTA),
                        salto.pin(PreparedWorld.HARBOUR_HOUSE, PreparedWorld.BENGT)))
                .doesNotContain("525149")
                .doesNotHaveDuplicates();
        assertThat(suspicion()).isEmpty();
    }

    private Optional<PinSuspicion> suspicion() {
        return harbour.bean(PinSuspicions.class).of(harbour.space(), harbour.customer(PreparedWorld.MARTA));
    }

    private String pincode() {
        return harbour.partners()
                .nexudus()
                .field("Coworker", harbour.customer(PreparedWorld.MARTA).value(), "AccessPincode");
    }

    private PinAnswer make() {
        return harbour.bean(Pins.class)
                .make(harbour.space(), harbour.customer(PreparedWorld.MARTA), PreparedWorld.MARTA);
    }

    private String made() {
        PinAnswer answer = make();
        assertThat(answer).isInstanceOf(PinAnswer.Made.class);
        Secret pin = ((PinAnswer.Made) answer).pin();
        assertThat(answer.toString()).doesNotContain(pin.reveal());
        return pin.reveal();
    }
}
