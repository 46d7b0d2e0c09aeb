package stranger;

import static org.assertj.core.api.Assertions.assertThat;

import app.latchkey.Fact;
import app.latchkey.Fact.Sure;
import app.latchkey.connection.PartnerWorld;
import app.latchkey.entitlement.Booking;
import app.latchkey.entitlement.Contract;
import app.latchkey.entitlement.Pass;
import app.latchkey.nexudus.FullRead;
import app.latchkey.nexudus.Nexudus;
import app.latchkey.nexudus.ProgressListener;
import app.latchkey.salto.AccessGroup;
import app.latchkey.salto.NewSaltoUser;
import app.latchkey.salto.SaltoKs;
import app.latchkey.salto.SaltoUser;
import app.latchkey.shared.AccessGroupId;
import app.latchkey.shared.EmailAddress;
import app.latchkey.shared.LocationId;
import app.latchkey.shared.Secret;
import app.latchkey.shared.SiteId;
import app.latchkey.shared.SpaceId;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The clients of both partners, with other partners than the sandbox's, by settings alone. */
class StrangerIT {

    private final PartnerWorld world = PartnerWorld.prepared();
    private final SpaceId space = PartnerWorld.aSpace();
    private final StrangeSalto salto = new StrangeSalto();
    private final StrangeNexudus nexudus = new StrangeNexudus();
    private final PartnerWorld.Node node = world.node(Map.copyOf(StrangeDeployment.settings(salto, nexudus)));

    StrangerIT() throws IOException {}

    @BeforeEach
    void connect() {
        ours().signIn(space, StrangeTokens.LOGIN, Secret.of(StrangeTokens.PASSWORD));
        ours().choose(space, SiteId.of(salto.house().id()));
        theirs().connect(space, StrangeTokens.LOGIN, Secret.of(StrangeTokens.PASSWORD), Optional.empty());
        theirs().choose(space, new LocationId(StrangeNexudus.HOUSE));
    }

    @AfterEach
    void close() {
        world.close();
        salto.close();
        nexudus.close();
    }

    private SaltoKs ours() {
        return node.get(SaltoKs.class);
    }

    private Nexudus theirs() {
        return node.get(Nexudus.class);
    }

    @Fact(
            value = "A1.4",
            sure = Sure.UNKNOWN,
            says =
                    "At which addresses Salto answers outside Europe: those of its API and of its sign-in service are the deployment's to say")
    @Test
    void readsBothWhole() {
        assertThat(ours().users(space)).hasSize(salto.house().users().size());
        assertThat(ours().site(space).zone()).contains(ZoneId.of("Asia/Kathmandu"));
        assertThat(ours().groups(space)).hasSize(StrangeSite.NUMBER_OF_GROUPS).allMatch(AccessGroup::alwaysOpen);
        assertThat(ours().doorEvents(space, Instant.EPOCH)).isEmpty();
        FullRead read = theirs().readAll(space, ProgressListener.none());
        assertThat(read.sources().values())
                .allSatisfy(source -> assertThat(source.trouble()).isEmpty());
        assertThat(read.customers()).hasSize(StrangeNexudus.CUSTOMERS);
        assertThat(read.purchases())
                .hasAtLeastOneElementOfType(Booking.class)
                .hasAtLeastOneElementOfType(Contract.class)
                .hasAtLeastOneElementOfType(Pass.class);
        assertThat(theirs().locations(space))
                .singleElement()
                .satisfies(house -> assertThat(house.zone())
                        .hasValueSatisfying(zone -> assertThat(zone.fits(ZoneId.of("Asia/Kathmandu")))
                                .isTrue()));
        assertThat(theirs().teams(space))
                .hasValueSatisfying(teams -> assertThat(teams).hasSize(1));
        assertThat(theirs().checkRights(space)).allMatch(check -> check.granted());
    }

    @Test
    void letsSomebodyInAndOut() {
        AccessGroupId group = AccessGroupId.of(salto.house().group(0).id());
        SaltoUser made = ours().invite(
                        space, NewSaltoUser.named("Person Twelve", new EmailAddress("person12@strange.example")))
                .user();
        ours().add(space, group, made.platformUser());
        ours().add(space, group, made.platformUser());
        assertThat(salto.house().group(0).members())
                .containsExactly(made.platformUser().toString());
        ours().remove(space, group, made.platformUser());
        ours().remove(space, group, made.platformUser());
        assertThat(salto.house().group(0).members()).isEmpty();
    }

    @Fact(
            value = "A2.4",
            sure = Sure.UNKNOWN,
            says = "Whether a refresh answers a new refresh token or the first goes on")
    @Test
    void staysConnectedByTheOnlyRefreshToken() {
        for (int time = 0; time < 3; time++) {
            world.partners().clock().advance(Duration.ofMinutes(11));
            assertThat(ours().groupIds(space)).hasSize(StrangeSite.NUMBER_OF_GROUPS);
        }
        assertThat(salto.asked())
                .filteredOn(each -> each.body().contains("grant_type=refresh_token"))
                .hasSize(3);
    }

    @Test
    void makesWebhooksOnce() {
        int made = theirs().ensureWebhooks(space).wanted();
        assertThat(theirs().ensureWebhooks(space).isComplete()).isTrue();
        assertThat(nexudus.webhooks())
                .hasSize(made)
                .allMatch(each -> !StrangeHooks.secretOf(each).isEmpty());
    }
}
