package app.latchkey.sync;

import static app.latchkey.product.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import app.latchkey.product.RunningProduct;
import app.latchkey.product.WithProduct;
import app.latchkey.space.Scopes;
import app.latchkey.space.SpaceRules;
import app.latchkey.sync.work.Causes;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.simple.JdbcClient;
import sandbox.nexudus.Nexudus;
import sandbox.world.PreparedWorld;

/** Who comes into a team and is put out of one, from Nexudus's call to the group, with no reading of everything in between. */
@WithProduct(own = true)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TeamHooksIT {

    private static final String OFFICE_12 = "Office 12";
    private static final String TEAM = "Fjordkod";
    private static final String MEMBER = "ingrid.haugen@fjordkod.example";
    private static final String NEWCOMER = PreparedWorld.AISHA;

    private final Harbour harbour;
    private final Nexudus nexudus;

    TeamHooksIT(RunningProduct product) {
        harbour = new Harbour(product);
        nexudus = product.partners().nexudus();
    }

    @BeforeAll
    void begin() {
        harbour.begin();
        RuleChange.save(harbour, rules -> rules.withTeams(true));
        eventually("the team in", () -> harbour.isIn(MEMBER, OFFICE_12));
        harbour.fullRun();
    }

    @AfterEach
    void asItWas() {
        nexudus.loseWebhooks(false);
    }

    @Test
    void letsInWhoJoinsATeamAndOutWhoIsPutOutOfIt() {
        long full = lastFull();
        nexudus.joinTeam(nexudus.team(TEAM), id(NEWCOMER));
        eventually("the newcomer in", () -> harbour.isIn(NEWCOMER, OFFICE_12));

        nexudus.leaveTeam(nexudus.team(TEAM), id(NEWCOMER));
        eventually("the newcomer out", () -> !harbour.isIn(NEWCOMER, OFFICE_12));
        assertThat(harbour.isIn(MEMBER, OFFICE_12)).isTrue();
        assertThat(harbour.isIn(PreparedWorld.BENGT, OFFICE_12)).isTrue();
        assertThat(lastFull()).isEqualTo(full);
        assertThat(runsBecauseOf(Causes.SECOND_LOOK))
                .as("what is not shared any more is not missing")
                .isZero();
    }

    @Test
    void noticesWithinMinutesWhatNoHookToldOf() {
        long full = lastFull();
        nexudus.joinTeam(nexudus.team(TEAM), id(NEWCOMER));
        eventually("the newcomer in", () -> harbour.isIn(NEWCOMER, OFFICE_12));
        nexudus.loseWebhooks(true);
        long before = runsBecauseOf("his team has changed");
        nexudus.leaveTeam(nexudus.team(TEAM), id(NEWCOMER));
        harbour.partners().clock().advance(Duration.ofMinutes(6));
        eventually("the newcomer out", () -> !harbour.isIn(NEWCOMER, OFFICE_12));
        assertThat(lastFull()).isEqualTo(full);
        assertThat(runsBecauseOf("his team has changed")).isEqualTo(before + 1);
    }

    @Test
    void concludesNothingFromTeamsThatItMayNotRead() {
        nexudus.rights(PreparedWorld.INTEGRATION).revoke("Team-Read");
        nexudus.leaveTeam(nexudus.team(TEAM), id(MEMBER));
        eventually("the calls", nexudus::isQuiet);
        harbour.fullRun();
        assertThat(harbour.isIn(MEMBER, OFFICE_12)).isTrue();

        nexudus.rights(PreparedWorld.INTEGRATION).give("Team-Read");
        harbour.partners().clock().advance(Duration.ofMinutes(11));
        eventually("the member out", () -> !harbour.isIn(MEMBER, OFFICE_12));
        nexudus.joinTeam(nexudus.team(TEAM), id(MEMBER));
        eventually("the member in again", () -> harbour.isIn(MEMBER, OFFICE_12));
    }

    @Test
    void asksForNoTeamWhereNoRuleLooksAtOne() {
        RuleChange.save(harbour, _ -> SpaceRules.defaults());
        eventually("the team out", () -> !harbour.isIn(MEMBER, OFFICE_12));
        harbour.fullRun();
        harbour.partners().resetJournal();
        nexudus.joinTeam(nexudus.team(TEAM), id(NEWCOMER));
        eventually("what the calls made due", () -> nexudus.isQuiet() && areTeamsRead());
        assertThat(harbour.partners().calls().to("spaces/teams").count()).isZero();

        nexudus.leaveTeam(nexudus.team(TEAM), id(NEWCOMER));
        RuleChange.save(harbour, rules -> rules.withTeams(true));
        eventually("the team in again", () -> harbour.isIn(MEMBER, OFFICE_12));
    }

    private boolean areTeamsRead() {
        return count(
                        "select count(*) from due_work where subject = ?",
                        Subject.teams().key())
                == 0;
    }

    private long runsBecauseOf(String cause) {
        return count("select count(*) from run where ? = any (causes)", cause);
    }

    private long count(String sql, String value) {
        return harbour.bean(Scopes.class)
                .inSpace(
                        harbour.space(),
                        () -> harbour.bean(JdbcClient.class)
                                .sql(sql)
                                .param(value)
                                .query(Long.class)
                                .single());
    }

    private long lastFull() {
        return harbour.lastFull().orElseThrow().number();
    }

    private long id(String email) {
        return harbour.customer(email).value();
    }
}
