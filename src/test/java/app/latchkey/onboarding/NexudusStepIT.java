package app.latchkey.onboarding;

import static org.assertj.core.api.Assertions.assertThat;

import app.latchkey.connection.Partner;
import app.latchkey.nexudus.LocationZone;
import app.latchkey.nexudus.RightCheck;
import app.latchkey.nexudus.TestMessage;
import app.latchkey.onboarding.ConnectNexudus.Zones;
import app.latchkey.product.RunningProduct;
import app.latchkey.product.WithProduct;
import app.latchkey.space.Mode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import sandbox.http.Fields;
import sandbox.nexudus.Nexudus;
import sandbox.world.PreparedWorld;

/** What is found and answered once Nexudus is connected. */
@WithProduct(own = true)
class NexudusStepIT {

    private final HarbourInSetup harbour;
    private final ConnectNexudus step;

    NexudusStepIT(RunningProduct product) {
        harbour = new HarbourInSetup(product);
        step = harbour.bean(ConnectNexudus.class);
    }

    @BeforeEach
    void begin() {
        harbour.connectNexudus();
    }

    @Test
    void aTestMessageComesInAtTheWebhooksAddress() {
        assertThat(step.webhooks(harbour.id()).isComplete()).isTrue();
        assertThat(step.testWebhooks(harbour.id()))
                .isInstanceOfSatisfying(
                        TestMessage.Arrived.class,
                        came -> assertThat(came.after()).isBetween(Duration.ZERO, Duration.ofSeconds(30)));
    }

    @Test
    void aSilentNexudusIsAskedInTheBackgroundUntilItAnswers() {
        WaitForPartner waits = harbour.bean(WaitForPartner.class);
        harbour.partners().nexudus().takeDown();
        Instant since = waits.begin(harbour.id(), Partner.NEXUDUS, harbour.ana());
        waits.tryAgain(since.plusSeconds(60));
        assertThat(harbour.partners().inbox().all()).isEmpty();
        harbour.partners().nexudus().bringUp();
        waits.tryAgain(since.plusSeconds(300));
        assertThat(harbour.mailAbout("Nexudus answers again").to()).containsExactly(PreparedWorld.ANA);
    }

    @Test
    void thatZonesAreMeantToDifferIsKeptForTheseTwoOnly() {
        Zones madrid = zones("Europe/Madrid");
        step.zonesAreMeantToDiffer(harbour.id(), madrid, "The doors' site is over the border", harbour.ana());
        assertThat(step.whyZonesDiffer(harbour.id(), madrid)).hasValue("The doors' site is over the border");
        assertThat(step.whyZonesDiffer(harbour.id(), zones("Europe/Paris"))).isEmpty();
    }

    private static Zones zones(String salto) {
        return new Zones(
                Optional.of(new LocationZone("GMT Standard Time", List.of(PreparedWorld.LISBON))),
                Optional.of(ZoneId.of(salto)));
    }

    @Test
    void goingOnWithoutARightIsKeptUntilAnotherIsMissing() {
        harbour.partners().nexudus().rights(PreparedWorld.INTEGRATION).revoke("FloorPlanDesk-List");
        List<RightCheck> desks = missing();
        step.goOnWithout(harbour.id(), desks, harbour.ana());
        assertThat(step.goesOnWithout(harbour.id(), missing())).isTrue();
        harbour.partners().nexudus().rights(PreparedWorld.INTEGRATION).revoke("Booking-List");
        assertThat(step.goesOnWithout(harbour.id(), missing())).isFalse();
        harbour.partners().nexudus().rights(PreparedWorld.INTEGRATION).give("FloorPlanDesk-List");
        harbour.partners().nexudus().rights(PreparedWorld.INTEGRATION).give("Booking-List");
    }

    private List<RightCheck> missing() {
        return step.rights(harbour.id(), found -> {}).stream()
                .filter(check -> !check.granted())
                .toList();
    }

    @Test
    void watchesWhileNexudusHasAnIntegrationOfItsOwnAndWritesWhenItIsOff() {
        assertThat(step.secondWriter(harbour.id()).isThere()).isFalse();
        mapRoom4("1");
        assertThat(step.secondWriter(harbour.id()).isThere()).isTrue();

        Instant now = harbour.bean(Clock.class).instant();
        step.watchForSecondWriter(harbour.id(), harbour.ana());
        assertThat(step.watchesForSecondWriter(harbour.id())).isTrue();
        assertThat(harbour.bean(ReviewSpace.class).draft(harbour.id()).mode()).isEqualTo(Mode.WATCH);
        harbour.bean(WaitForPartner.class).tryAgain(now.plusSeconds(3600));
        assertThat(harbour.partners().inbox().all()).isEmpty();

        mapRoom4(null);
        harbour.bean(WaitForPartner.class).tryAgain(now.plusSeconds(7200));
        assertThat(harbour.mailAbout("Nexudus's own Salto integration is off").to())
                .containsExactly(PreparedWorld.ANA);
        assertThat(step.watchesForSecondWriter(harbour.id())).isFalse();
    }

    @Test
    void writesNothingOfItWhileItCannotBeLookedFor() {
        Instant now = harbour.bean(Clock.class).instant();
        step.watchForSecondWriter(harbour.id(), harbour.ana());
        harbour.partners().nexudus().rights(PreparedWorld.INTEGRATION).revoke("FloorPlanDesk-List");
        harbour.bean(WaitForPartner.class).tryAgain(now.plusSeconds(3600));
        assertThat(harbour.partners().inbox().all()).isEmpty();
        assertThat(step.watchesForSecondWriter(harbour.id())).isTrue();

        harbour.partners().nexudus().rights(PreparedWorld.INTEGRATION).give("FloorPlanDesk-List");
        harbour.bean(WaitForPartner.class).tryAgain(now.plusSeconds(7200));
        assertThat(harbour.mailAbout("Nexudus's own Salto integration is off").to())
                .containsExactly(PreparedWorld.ANA);
    }

    /** As Nexudus's own integration leaves it. */
    private void mapRoom4(@Nullable String group) {
        Nexudus nexudus = harbour.partners().nexudus();
        nexudus.edit("Resource", nexudus.room("Meeting Room 4"), Fields.of("AccessControlGroupId", group));
    }
}
