package app.latchkey.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.latchkey.audit.Audit;
import app.latchkey.audit.AuditEntry;
import app.latchkey.audit.TestAudit;
import app.latchkey.identity.Team.Changed;
import app.latchkey.shared.AccountId;
import app.latchkey.shared.EmailAddress;
import app.latchkey.shared.SpaceId;
import app.latchkey.space.Space;
import app.latchkey.space.Spaces;
import app.latchkey.space.TeamRole;
import app.latchkey.space.TestDatabase;
import app.latchkey.space.TestSpaces;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TeamIT {

    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-05-04T10:00:00Z"), ZoneOffset.UTC);
    private static final EmailAddress BEN = new EmailAddress("ben@example.com");

    private final Spaces spaces = TestSpaces.spaces(DATABASE, CLOCK);
    private final TeamRows rows = new TeamRows(DATABASE.jdbc());
    private final Audit audit = TestAudit.of(DATABASE, CLOCK);
    private final List<String> written = new ArrayList<>();
    private final Team team = new Team(
            DATABASE.scopes(),
            spaces,
            rows,
            audit,
            URI.create("https://latchkey.example"),
            (to, notice) -> written.add(to + " " + notice.link().orElseThrow().target()),
            CLOCK);

    @Test
    void whoIsInvitedIsWrittenToAndStandsInTheTeamUntilTheFirstSignIn() {
        Space space = space("inviting");
        SignedIn ana = member(space, "ana-inviting@example.com", TeamRole.OWNER);

        assertThat(team.invite(space, ana, BEN, TeamRole.OPERATOR)).isEqualTo(Changed.DONE);

        assertThat(written).containsExactly("ben@example.com https://latchkey.example/spaces/inviting");
        assertThat(team.of(space.id()).getLast().email()).isEqualTo(BEN);
        assertThat(team.of(space.id()).getLast().lastSeen()).isEmpty();
        assertThat(audit.latest(space.id(), 5)).extracting(AuditEntry::what).containsExactly("invited somebody");
    }

    @Test
    void anInvitationOfSomebodyKnownChangesTheRoleWithoutAMail() {
        Space space = space("role");
        SignedIn ana = member(space, "ana-role@example.com", TeamRole.OWNER);
        team.invite(space, ana, BEN, TeamRole.OPERATOR);
        team.invite(space, ana, BEN, TeamRole.OWNER);

        assertThat(team.of(space.id())).extracting(TeamMember::role).containsOnly(TeamRole.OWNER);
        assertThat(written).hasSize(1);
    }

    @Test
    void aSpaceKeepsItsLastOwner() {
        Space space = space("last");
        SignedIn ana = member(space, "ana-last@example.com", TeamRole.OWNER);

        assertThat(team.remove(space, ana, ana.account())).isEqualTo(Changed.LAST_OWNER);
        assertThat(team.invite(space, ana, ana.email(), TeamRole.OPERATOR)).isEqualTo(Changed.LAST_OWNER);
        assertThat(team.of(space.id())).hasSize(1);
    }

    @Test
    void onlyOwnersMakeAndRemoveOwners() {
        Space space = space("owners");
        SignedIn ana = member(space, "ana-owners@example.com", TeamRole.OWNER);
        SignedIn rui = member(space, "rui-owners@example.com", TeamRole.OPERATOR);

        assertThat(team.invite(space, rui, rui.email(), TeamRole.OWNER)).isEqualTo(Changed.OWNERS_ONLY);
        assertThat(team.remove(space, rui, ana.account())).isEqualTo(Changed.OWNERS_ONLY);
        assertThat(team.remove(space, ana, rui.account())).isEqualTo(Changed.DONE);
        assertThat(team.of(space.id())).hasSize(1);
    }

    @Test
    void whoHasLeftChangesNothing() {
        Space space = space("left");
        SignedIn elsewhere = member(space("elsewhere"), "mallory@example.com", TeamRole.OWNER);

        assertThatThrownBy(() -> team.invite(space, elsewhere, BEN, TeamRole.OPERATOR))
                .isInstanceOf(NotFound.class);
        assertThat(team.of(space.id())).isEmpty();
        assertThat(written).isEmpty();
    }

    private Space space(String slug) {
        SpaceId id = TestSpaces.aSpace(DATABASE, slug);
        return DATABASE.scopes().inSpace(id, () -> spaces.get(id));
    }

    private SignedIn member(Space space, String address, TeamRole role) {
        EmailAddress email = new EmailAddress(address);
        AccountId account = DATABASE.scopes().inSystem(() -> {
            AccountId made = rows.account(email, CLOCK.instant());
            spaces.join(space.id(), made, email, role);
            return made;
        });
        return new SignedIn(account, email, Set.of(Role.MEMBER, Role.OPERATOR), false);
    }
}
