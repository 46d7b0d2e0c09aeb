package app.latchkey.hooks;

import static org.assertj.core.api.Assertions.assertThat;

import app.latchkey.Fact;
import app.latchkey.shared.CustomerId;
import app.latchkey.sync.Subject;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class HintReaderTest {

    private final HintReader hints = new HintReader();

    @Fact(
            value = "B5.7",
            says =
                    "A webhook is sent as a list with one entity, without the name of its action, which therefore stands in the address")
    @Test
    void aCustomersOwnEventNamesHimByHisId() {
        assertThat(subject("61", "[{\"Id\": 30000000001, \"Email\": \"a@b.example\"}]"))
                .isEqualTo(Subject.customer(new CustomerId(30_000_000_001L)));
    }

    @Test
    void aBookingNamesItsCustomer() {
        assertThat(subject("6", "[{\"Id\": 7, \"CoworkerId\": 12}]")).isEqualTo(Subject.customer(new CustomerId(12)));
    }

    @Test
    void aTeamIsReadWhateverTheCallSaysOfIt() {
        assertThat(subject("57", "[{\"Id\": 12001, \"TeamMembers\": [5]}]")).isEqualTo(Subject.teams());
        assertThat(subject("58", "[{\"Id\": 12001, \"CoworkerId\": 5}]")).isEqualTo(Subject.teams());
        assertThat(subject("59", "[]")).isEqualTo(Subject.teams());
        assertThat(subject("59", "<html>")).isEqualTo(Subject.wholeSpace());
    }

    @Test
    void aBookingOfNobodyIsLookedAtWithTheWholeSpace() {
        assertThat(subject("6", "[{\"Id\": 7, \"CoworkerId\": null}]")).isEqualTo(Subject.wholeSpace());
    }

    @Test
    void whatCannotBeReadIsLookedAtWithTheWholeSpace() {
        assertThat(subject("6", "[]")).isEqualTo(Subject.wholeSpace());
        assertThat(subject("6", "<html>")).isEqualTo(Subject.wholeSpace());
        assertThat(subject("999", "[{\"Id\": 7}]")).isEqualTo(Subject.wholeSpace());
    }

    @Test
    void aNumberThatNobodyCanHaveNamesNobody() {
        assertThat(subject("61", "[{\"Id\": 123456789012345678901234567890}]")).isEqualTo(Subject.wholeSpace());
    }

    @Test
    void isNothingWhereItIsDeeperThanAnythingSensible() {
        assertThat(hints.subjectOf("61", nested(60))).contains(Subject.wholeSpace());
        assertThat(hints.subjectOf("61", nested(65))).isEmpty();
    }

    private static byte[] nested(int deep) {
        return ("[".repeat(deep) + "]".repeat(deep)).getBytes(StandardCharsets.UTF_8);
    }

    private Subject subject(String action, String body) {
        return hints.subjectOf(action, body.getBytes(StandardCharsets.UTF_8)).orElseThrow();
    }
}
