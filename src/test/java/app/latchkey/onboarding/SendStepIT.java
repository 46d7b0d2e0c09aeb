package app.latchkey.onboarding;

import static org.assertj.core.api.Assertions.assertThat;

import app.latchkey.identity.SignedIn;
import app.latchkey.onboarding.SendStep.Sent;
import app.latchkey.product.RunningProduct;
import app.latchkey.product.WithProduct;
import app.latchkey.shared.EmailAddress;
import app.latchkey.space.Scopes;
import app.latchkey.space.SetupStep;
import app.latchkey.space.Spaces;
import app.latchkey.space.TeamRole;
import org.junit.jupiter.api.Test;
import sandbox.mail.Mail;

/** A step of the set-up goes to a colleague, and to nobody else. */
@WithProduct(own = true)
class SendStepIT {

    private static final SignedIn BEN = HarbourInSetup.operator("ben@harbour.example");

    private final HarbourInSetup harbour;

    SendStepIT(RunningProduct product) {
        harbour = new HarbourInSetup(product);
    }

    @Test
    void writesToSomebodyOfTheTeamWithALinkToTheStepOnceAnHour() {
        join(TeamRole.OPERATOR);
        SendStep sending = harbour.bean(SendStep.class);
        assertThat(sending.colleagues(harbour.space(), harbour.ana())).containsExactly(BEN.email());
        assertThat(send(BEN.email())).isEqualTo(Sent.SENT);
        Mail mail = harbour.mailAbout(harbour.ana().getName());
        assertThat(mail.to()).containsExactly(BEN.email().value());
        assertThat(mail.text())
                .contains("/spaces/" + harbour.space().slug() + "/setup/nexudus")
                .contains("connect Nexudus");
        assertThat(send(BEN.email())).isEqualTo(Sent.A_MOMENT_AGO);
        assertThat(harbour.partners().inbox().all()).hasSize(1);
    }

    @Test
    void writesToNobodyElse() {
        assertThat(send(BEN.email())).isEqualTo(Sent.NOT_ON_THE_TEAM);
        join(TeamRole.FRONT_DESK);
        assertThat(send(BEN.email())).isEqualTo(Sent.NOT_ON_THE_TEAM);
        assertThat(harbour.partners().inbox().all()).isEmpty();
    }

    private Sent send(EmailAddress to) {
        return harbour.bean(SendStep.class).send(harbour.space(), SetupStep.NEXUDUS, to, harbour.ana());
    }

    private void join(TeamRole role) {
        Spaces spaces = harbour.bean(Spaces.class);
        harbour.bean(Scopes.class)
                .inSpace(harbour.id(), () -> spaces.join(harbour.id(), BEN.account(), BEN.email(), role));
    }
}
