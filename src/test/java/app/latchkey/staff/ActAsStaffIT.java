package app.latchkey.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.latchkey.audit.Audit;
import app.latchkey.audit.TestAudit;
import app.latchkey.identity.NotFound;
import app.latchkey.identity.Role;
import app.latchkey.identity.SignedIn;
import app.latchkey.shared.AccountId;
import app.latchkey.shared.EmailAddress;
import app.latchkey.shared.SpaceId;
import app.latchkey.space.TestDatabase;
import app.latchkey.space.TestSpaces;
import app.latchkey.sync.Subject;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ActAsStaffIT {

    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-05-04T10:00:00Z"), ZoneOffset.UTC);

    private final Audit audit = TestAudit.of(DATABASE, CLOCK);
    private final List<String> woken = new ArrayList<>();

    @Test
    void whatStaffDoStandsInTheAuditOfThatSpaceOnly() {
        SpaceId ours = TestSpaces.aSpace(DATABASE, "acted-on");
        SpaceId other = TestSpaces.aSpace(DATABASE, "left-alone");

        as(Role.STAFF).again(ours, Subject.wholeSpace());

        assertThat(audit.latest(ours, 10)).singleElement().satisfies(entry -> {
            assertThat(entry.who()).isEqualTo("Latchkey staff (mia@example.com)");
            assertThat(entry.what()).isEqualTo("asked for a run");
            assertThat(entry.details()).containsEntry("subject", "space");
        });
        assertThat(audit.latest(other, 10)).isEmpty();
        assertThat(woken).containsExactly(ours + " space asked by staff");
    }

    @Test
    void nobodyElseActsAsStaff() {
        SpaceId ours = TestSpaces.aSpace(DATABASE, "not-for-operators");

        assertThatThrownBy(() -> as(Role.OPERATOR).again(ours, Subject.wholeSpace()))
                .isInstanceOf(NotFound.class);
        assertThat(audit.latest(ours, 10)).isEmpty();
        assertThat(woken).isEmpty();
    }

    private ActAsStaff as(Role role) {
        SignedIn user = new SignedIn(
                new AccountId(new UUID(5, 5)), new EmailAddress("mia@example.com"), Set.of(Role.MEMBER, role), false);
        return new ActAsStaff(
                () -> Optional.of(user),
                audit,
                (space, subject, cause) -> woken.add(space + " " + subject.key() + " " + cause));
    }
}
