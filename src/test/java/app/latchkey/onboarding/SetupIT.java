package app.latchkey.onboarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.latchkey.connection.ConnectionRevived;
import app.latchkey.connection.Connections;
import app.latchkey.connection.Partner;
import app.latchkey.connection.PartnerFailure;
import app.latchkey.connection.State;
import app.latchkey.matching.Matching;
import app.latchkey.nexudus.RightCheck;
import app.latchkey.onboarding.NewsRows.News;
import app.latchkey.onboarding.NewsRows.What;
import app.latchkey.product.RunningProduct;
import app.latchkey.product.WithProduct;
import app.latchkey.salto.AccessGroup;
import app.latchkey.salto.Lock;
import app.latchkey.salto.Usable;
import app.latchkey.shared.AccessGroupId;
import app.latchkey.shared.ItemId;
import app.latchkey.shared.SiteId;
import app.latchkey.shared.SpaceId;
import app.latchkey.space.Scopes;
import app.latchkey.space.SetupStep;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import sandbox.http.Fault;
import sandbox.mail.Mail;
import sandbox.world.PreparedWorld;

/** The steps of the set-up as services, on both simulated partners. */
@WithProduct(own = true)
class SetupIT {

    private final HarbourInSetup harbour;

    SetupIT(RunningProduct product) {
        harbour = new HarbourInSetup(product);
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

    /** As a node leaves it that dies between noting the death and writing: the next tick, anywhere, makes up for it. */
    @Test
    void aMailAboutAConnectionSurvivesTheNodeThatOwesIt() {
        Instant diedAt = harbour.bean(Clock.class).instant();
        NewsRows rows = harbour.bean(NewsRows.class);
        harbour.bean(Scopes.class)
                .inSpace(
                        harbour.id(), () -> rows.add(new News(harbour.id(), Partner.SALTO, What.DIED, diedAt, diedAt)));
        assertThat(harbour.partners().inbox().all()).isEmpty();

        harbour.bean(ConnectionMail.class).send(diedAt.plusSeconds(60));
        assertThat(harbour.mailAbout("Salto needs you: ").to()).containsExactly(PreparedWorld.ANA);
        harbour.bean(ConnectionMail.class).send(diedAt.plusSeconds(120));
        assertThat(harbour.partners().inbox().all()).hasSize(1);
    }

    @Test
    void owesNoMailAboutADeathThatWasNeverStored() {
        harbour.connectSalto();
        Connections connections = harbour.bean(Connections.class);
        assertThatThrownBy(() -> harbour.bean(Scopes.class).inSpace(harbour.id(), () -> {
                    connections.needsSignIn(harbour.id(), Partner.SALTO, "consent withdrawn");
                    throw new IllegalStateException("the node goes down here");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(connections.state(harbour.id(), Partner.SALTO)).isEqualTo(State.CONNECTED);
        harbour.bean(ConnectionMail.class)
                .send(harbour.bean(Clock.class).instant().plusSeconds(60));
        assertThat(harbour.partners().inbox().all()).isEmpty();
    }

    @Test
    void saysNothingOfADeathThatIsOverBeforeAnybodyHeardOfIt() {
        harbour.connectSalto();
        Connections connections = harbour.bean(Connections.class);
        Scopes scopes = harbour.bean(Scopes.class);
        NewsRows rows = harbour.bean(NewsRows.class);
        Instant now = harbour.bean(Clock.class).instant();
        scopes.inSpace(harbour.id(), () -> rows.add(new News(harbour.id(), Partner.SALTO, What.DIED, now, now)));
        harbour.bean(ConnectionMail.class).on(new ConnectionRevived(harbour.id(), Partner.SALTO, now, now));
        harbour.bean(ConnectionMail.class).send(now.plusSeconds(60));
        assertThat(harbour.partners().inbox().all()).isEmpty();
        assertThat(connections.state(harbour.id(), Partner.SALTO)).isEqualTo(State.CONNECTED);
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
        harbour.partners().nexudus().rights(PreparedWorld.INTEGRATION).give("FloorPlanDesk-List");
    }

    @Test
    void asksASilentPartnerInTheBackgroundAndWritesOnceItAnswers() {
        harbour.connectSalto();
        WaitForPartner waits = harbour.bean(WaitForPartner.class);
        harbour.partners().salto().takeDown();
        Instant since = waits.begin(harbour.id(), Partner.SALTO, harbour.ana());
        assertThat(waits.begin(harbour.id(), Partner.SALTO, harbour.ana())).isEqualTo(since);

        waits.tryAgain(since.plusSeconds(60));
        harbour.partners().salto().bringUp();
        waits.tryAgain(since.plusSeconds(61));
        assertThat(harbour.partners().inbox().all()).isEmpty();

        waits.tryAgain(since.plusSeconds(300));
        Mail back = harbour.mailAbout("Salto answers again");
        assertThat(back.to()).containsExactly(PreparedWorld.ANA);
        assertThat(back.text()).contains("/setup/salto");
        waits.tryAgain(since.plusSeconds(600));
        assertThat(harbour.partners().inbox().all()).hasSize(1);
    }

    @Test
    void owesNoMailToSomebodyWhoWasThereWhenThePartnerAnswered() {
        harbour.connectSalto();
        WaitForPartner waits = harbour.bean(WaitForPartner.class);
        Instant since = waits.begin(harbour.id(), Partner.SALTO, harbour.ana());
        waits.answered(harbour.id(), Partner.SALTO);
        waits.tryAgain(since.plusSeconds(300));
        assertThat(harbour.partners().inbox().all()).isEmpty();
    }

    @Test
    void namesWhyASiteCannotBeUsed() {
        harbour.connectSalto();
        ConnectSalto step = harbour.bean(ConnectSalto.class);
        String site = harbour.partners().salto().site(PreparedWorld.HARBOUR_HOUSE);
        harbour.partners().salto().release(site, false);
        assertThat(usable(step)).isEqualTo(Usable.no(Usable.Reason.NOT_RELEASED));
        harbour.partners().salto().release(site, true);
        harbour.partners().salto().lapse(site);
        assertThat(usable(step)).isEqualTo(Usable.no(Usable.Reason.NO_SUBSCRIPTION));
        harbour.partners().salto().renew(site);
        harbour.partners().salto().role(PreparedWorld.ANA, site, "site_user");
        assertThat(usable(step)).isEqualTo(Usable.no(Usable.Reason.WRONG_ROLE));
        harbour.partners().salto().role(PreparedWorld.ANA, site, "site_admin");
        assertThat(usable(step)).isEqualTo(Usable.yes());
    }

    private Usable usable(ConnectSalto step) {
        return step.sites(harbour.id()).stream()
                .filter(site -> site.name().equals(PreparedWorld.HARBOUR_HOUSE))
                .findFirst()
                .orElseThrow()
                .usable();
    }

    @Test
    void makesAGroupInSaltoForAnItemAndMatchesTheTwo() {
        harbour.connectSalto();
        harbour.connectNexudus();
        ChooseMatches step = harbour.bean(ChooseMatches.class);
        MatchTable before = step.load(harbour.id(), harbour.ana());
        MatchRow row = before.rows().stream()
                .filter(each -> !each.isMatched())
                .findFirst()
                .orElseThrow();
        assertThat(step.makeGroups(harbour.id(), List.of(row), harbour.ana())).isEqualTo(1);
        assertThat(step.newGroups(harbour.id(), before)).isEqualTo(1);

        MatchTable after = step.load(harbour.id(), harbour.ana());
        AccessGroupId made = after.rows().stream()
                .filter(each -> each.item().id().equals(row.item().id()))
                .flatMap(each -> each.chosen().stream())
                .findFirst()
                .orElseThrow();
        assertThat(after.groups().find(made)).hasValueSatisfying(group -> {
            assertThat(group.name()).isEqualTo(row.item().name());
            assertThat(group.alwaysOpen()).isTrue();
            assertThat(group.locks()).isEmpty();
        });
    }

    @Test
    void makesAGroupWithTheDoorsThatWereChosen() {
        harbour.connectSalto();
        harbour.connectNexudus();
        ChooseMatches step = harbour.bean(ChooseMatches.class);
        MatchTable table = step.load(harbour.id(), harbour.ana());
        List<Lock> doors = table.doors().subList(0, 2);
        MatchRow row = unmatched(table);
        assertThat(step.makeGroup(harbour.id(), row, doors, harbour.ana())).isTrue();
        assertThat(made(step, row).locks()).containsExactlyInAnyOrderElementsOf(doors);
    }

    @Test
    void keepsAGroupThatWasMadeWhenTheLoginMayNotAddDoors() {
        harbour.connectSalto();
        harbour.connectNexudus();
        ChooseMatches step = harbour.bean(ChooseMatches.class);
        MatchTable table = step.load(harbour.id(), harbour.ana());
        MatchRow row = unmatched(table);
        harbour.partners().salto().fail("POST .*/access_groups/.*/locks", Fault.status(403));
        assertThat(step.makeGroup(harbour.id(), row, table.doors(), harbour.ana()))
                .isFalse();
        assertThat(made(step, row).locks()).isEmpty();
        harbour.partners().salto().fail("GET .*/sites/[^/]+/locks", Fault.status(403));
        assertThat(step.load(harbour.id(), harbour.ana()).doors()).isEmpty();
    }

    private static MatchRow unmatched(MatchTable table) {
        return table.rows().stream().filter(row -> !row.isMatched()).findFirst().orElseThrow();
    }

    private AccessGroup made(ChooseMatches step, MatchRow row) {
        MatchTable now = step.load(harbour.id(), harbour.ana());
        return now.rows().stream()
                .filter(each -> each.item().id().equals(row.item().id()))
                .flatMap(each -> each.chosen().stream())
                .flatMap(group -> now.groups().find(group).stream())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void publishesWhatWasChosenInAnotherWindowToo() {
        harbour.connectSalto();
        harbour.connectNexudus();
        ChooseMatches step = harbour.bean(ChooseMatches.class);
        MatchTable here = step.load(harbour.id(), harbour.ana());
        ItemId room = ItemId.resource(harbour.partners().nexudus().room("Meeting Room 4"));
        AccessGroupId group = AccessGroupId.of(harbour.saltoGroup("Podcast"));
        step.choose(harbour.id(), room, Set.of(group));

        assertThat(step.publish(harbour.space(), here, harbour.ana())).isTrue();
        assertThat(harbour.bean(Matching.class).current(harbour.id()).earnedBy(room))
                .containsExactly(group);
    }

    @Test
    void goesOnToMatchingOnlyWithBothPartners() {
        harbour.connectNexudus();
        ConnectNexudus step = harbour.bean(ConnectNexudus.class);
        assertThat(step.zones(harbour.id(), harbour.location()).differ()).isFalse();
        assertThat(step.done(harbour.space())).isEqualTo(SetupStep.SALTO);
        assertThat(harbour.space().setup()).isEqualTo(SetupStep.SALTO);
        harbour.connectSalto();
        assertThat(step.done(harbour.space())).isEqualTo(SetupStep.MATCH);
        assertThat(harbour.space().setup()).isEqualTo(SetupStep.MATCH);
    }

    @Test
    void saysWhichOtherOwnSpaceUsesTheSameSite() {
        harbour.connectSalto();
        SpaceId other = harbour.newSpace("Harbour Loft");
        ConnectSalto step = harbour.bean(ConnectSalto.class);
        SiteId site = step.sites(harbour.id()).stream()
                .filter(each -> each.name().equals(PreparedWorld.HARBOUR_HOUSE))
                .findFirst()
                .orElseThrow()
                .id();
        assertThat(step.alsoUsedBy(other, site, harbour.ana())).containsExactly(PreparedWorld.HARBOUR_HOUSE);
        assertThat(step.alsoUsedBy(harbour.id(), site, harbour.ana())).isEmpty();
    }
}
