package app.latchkey.onboarding;

import static org.assertj.core.api.Assertions.assertThat;

import app.latchkey.connection.Connections;
import app.latchkey.connection.Partner;
import app.latchkey.identity.SignedIn;
import app.latchkey.product.RunningProduct;
import app.latchkey.product.WithProduct;
import app.latchkey.salto.Site;
import app.latchkey.shared.SpaceId;
import app.latchkey.space.Scopes;
import app.latchkey.space.Spaces;
import app.latchkey.space.TeamRole;
import java.time.Clock;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import sandbox.mail.Mail;
import sandbox.world.PreparedWorld;

/** Sites that somebody else uses, and sites that cannot be used yet. */
@WithProduct(own = true)
class SitesIT {

    private final HarbourInSetup harbour;

    SitesIT(RunningProduct product) {
        harbour = new HarbourInSetup(product);
    }

    @BeforeEach
    void begin() {
        harbour.connectSalto();
    }

    @Test
    void aSiteOfAnotherOperatorIsRefusedUntilTheyHaveAnOperatorInCommon() {
        ConnectSalto step = harbour.bean(ConnectSalto.class);
        assertThat(step.choose(harbour.id(), house(harbour.id()), harbour.ana()))
                .isPresent();

        SignedIn rui = HarbourInSetup.operator(PreparedWorld.RUI);
        SpaceId mill = harbour.newSpace("Old Mill", rui);
        harbour.connectSalto(mill, rui);
        harbour.bean(Connections.class).choose(mill, Partner.SALTO, "none");
        assertThat(step.choose(mill, house(mill), rui)).isEmpty();
        assertThat(harbour.bean(Connections.class).place(mill, Partner.SALTO)).hasValue("none");

        Spaces spaces = harbour.bean(Spaces.class);
        SignedIn ana = harbour.ana();
        harbour.bean(Scopes.class)
                .inSpace(mill, () -> spaces.join(mill, ana.account(), ana.email(), TeamRole.OPERATOR));
        assertThat(step.choose(mill, house(mill), rui)).isPresent();
    }

    @Test
    void aSecondSpaceOfTheSameOperatorMayUseTheSite() {
        ConnectSalto step = harbour.bean(ConnectSalto.class);
        assertThat(step.choose(harbour.id(), house(harbour.id()), harbour.ana()))
                .isPresent();
        SpaceId loft = harbour.newSpace("Harbour Loft");
        harbour.connectSalto(loft, harbour.ana());
        assertThat(step.choose(loft, house(loft), harbour.ana())).isPresent();
    }

    @Test
    void asksTheStaffOnceWithoutNamingTheOtherOperator() {
        AskToShare asking = harbour.bean(AskToShare.class);
        Site house = house(harbour.id());
        asking.ask(harbour.space(), house, harbour.ana());
        asking.ask(harbour.space(), house, harbour.ana());
        Mail mail = harbour.mailAbout("Two operators want one Salto site");
        assertThat(mail.to()).containsExactly(PreparedWorld.STAFF);
        assertThat(mail.text())
                .contains(house.name(), "/staff/spaces/" + harbour.space().slug());
        assertThat(harbour.partners().inbox().all()).hasSize(1);
    }

    @Test
    void looksByTheHourAtASiteThatIsNotReleasedAndWritesOnce() {
        String site = harbour.partners().salto().site(PreparedWorld.HARBOUR_HOUSE);
        WaitForPartner waits = harbour.bean(WaitForPartner.class);
        Site house = house(harbour.id());
        harbour.partners().salto().release(site, false);
        Instant now = harbour.bean(Clock.class).instant();
        waits.forSite(harbour.id(), house.id(), harbour.ana());
        assertThat(waits.site(harbour.id())).hasValue(house.id());

        waits.tryAgain(now.plusSeconds(3600));
        harbour.partners().salto().release(site, true);
        waits.tryAgain(now.plusSeconds(3660));
        assertThat(harbour.partners().inbox().all()).isEmpty();

        waits.tryAgain(now.plusSeconds(7200));
        assertThat(harbour.mailAbout("Salto lets us in").text()).contains("/setup/salto");
        waits.tryAgain(now.plusSeconds(10800));
        assertThat(harbour.partners().inbox().all()).hasSize(1);
        assertThat(waits.site(harbour.id())).isEmpty();
    }

    private Site house(SpaceId space) {
        return harbour.bean(ConnectSalto.class).sites(space).stream()
                .filter(site -> site.name().equals(PreparedWorld.HARBOUR_HOUSE))
                .findFirst()
                .orElseThrow();
    }
}
