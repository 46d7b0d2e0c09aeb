package app.latchkey.sync.run;

import static org.assertj.core.api.Assertions.assertThat;

import app.latchkey.audit.TestAudit;
import app.latchkey.notice.FakeMail;
import app.latchkey.shared.AccountId;
import app.latchkey.shared.CustomerId;
import app.latchkey.shared.SpaceId;
import app.latchkey.space.TestDatabase;
import app.latchkey.space.TestSpaces;
import app.latchkey.sync.HelpCall;
import app.latchkey.sync.LockShows;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class HelpCallsIT {

    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final Instant NOW = Instant.parse("2026-05-04T10:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final CustomerId MARTA = new CustomerId(7);
    private static final AccountId ANA = new AccountId(new UUID(1, 1));

    private final SpaceId space = TestSpaces.aSpace(DATABASE, "space-" + UUID.randomUUID());
    private final RecordedHelpCalls calls = new RecordedHelpCalls(
            DATABASE.scopes(),
            DATABASE.jdbc(),
            TestSpaces.spaces(DATABASE, CLOCK),
            new FakeMail().notices(DATABASE, CLOCK),
            new TeamNames(DATABASE.jdbc()),
            TestAudit.of(DATABASE, CLOCK),
            TestSpaces.settings(""),
            CLOCK);

    @Test
    void waitsForTheOperatorUntilSomebodyHasSeenIt() {
        HelpCall call = tell("Room 4", "K7-42");

        assertThat(call.number()).isEqualTo("K7-42");
        assertThat(calls.open(space)).containsExactly(call);

        calls.seen(space, "K7-42", ANA);
        assertThat(calls.open(space)).isEmpty();
        assertThat(calls.of(space, MARTA))
                .singleElement()
                .satisfies(seen -> assertThat(seen.seenAt()).contains(NOW));
    }

    @Test
    void staysOneCallWhenToldTwiceAtTheSameDoor() {
        HelpCall first = tell("Room 4", "A1-01");
        assertThat(tell("Room 4", "A1-02").number()).isEqualTo(first.number());
        assertThat(tell("Street", "A1-03").number()).isEqualTo("A1-03");
    }

    @Test
    void takesAnotherNumberWhenOneIsInUse() {
        tell("Room 4", "B1-01");
        assertThat(tell("Street", "B1-01", "B1-02").number()).isEqualTo("B1-02");
    }

    @Test
    void showsNobodyElsesCalls() {
        tell("Room 4", "C1-01");
        assertThat(calls.of(space, new CustomerId(8))).isEmpty();
        assertThat(calls.open(TestSpaces.aSpace(DATABASE, "space-" + UUID.randomUUID())))
                .isEmpty();
    }

    private HelpCall tell(String door, String... numbers) {
        Iterator<String> next = List.of(numbers).iterator();
        return calls.tell(space, MARTA, door, "Opens for you.", LockShows.RED, next::next);
    }
}
