package app.latchkey.onboarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.latchkey.connection.PartnerFailure;
import app.latchkey.nexudus.RightCheck;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import sandbox.mail.Mail;
import sandbox.world.PreparedWorld;

/** The steps of the set-up as services, on both simulated partners. */
class SetupIT {

    private HarbourInSetup harbour;

    @BeforeEach
    void start() {
        harbour = new HarbourInSetup();
    }

    @AfterEach
    void stop() {
        harbour.close();
    }

    @Test
    void tellsTheOperatorsOnceWhenAConnectionDiesAndWhenItWorksAgain() {
        harbour.connectSalto();
        harbour.partners().salto().revokeConsents();
        ConnectSalto step = harbour.bean(ConnectSalto.class);
        assertThatThrownBy(() -> step.sites(harbour.id())).isInstanceOf(PartnerFailure.class);
        assertThatThrownBy(() -> step.sites(harbour.id())).isInstanceOf(PartnerFailure.class);

        Mail needsYou = harbour.mailAbout("Salto needs you: ");
        assertThat(needsYou.to()).containsExactly(PreparedWorld.ANA);
        assertThat(needsYou.text()).contains("/spaces/" + harbour.space().slug() + "/setup/salto");

        harbour.connectSalto();
        Mail works = harbour.mailAbout("Working again after ");
        assertThat(works.text()).contains("/spaces/" + harbour.space().slug());
        assertThat(harbour.partners().inbox().all().stream()
                        .filter(mail -> mail.subject().startsWith("Salto needs you: ")))
                .hasSize(1);
    }

    @Test
    void findsThatNexudusAndSaltoNameTheSameZoneAndTakesTheDoorsOne() {
        harbour.connectSalto();
        harbour.connectNexudus();
        ConnectNexudus step = harbour.bean(ConnectNexudus.class);
        assertThat(step.zones(harbour.id(), harbour.location()).agree()).isTrue();
        assertThat(harbour.space().zone()).isEqualTo(PreparedWorld.LISBON);
    }

    @Test
    void namesEachRightAsItIsTried() {
        harbour.connectNexudus();
        harbour.partners().nexudus().rights(PreparedWorld.INTEGRATION).revoke("FloorPlanDesk-List");
        List<RightCheck> live = new ArrayList<>();
        List<RightCheck> all = harbour.bean(ConnectNexudus.class).rights(harbour.id(), live::add);
        assertThat(live).isEqualTo(all);
        assertThat(all)
                .filteredOn(check -> !check.granted())
                .extracting(check -> check.right().role())
                .containsExactly("FloorPlanDesk-List");
    }
}
