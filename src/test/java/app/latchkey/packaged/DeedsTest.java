package app.latchkey.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import sandbox.http.Call;
import sandbox.http.Calls;

/** The question that is asked after every crash bites: a write that was done twice is seen. */
class DeedsTest {

    @Test
    void seesAWriteThatWasDoneTwice() {
        Deeds deeds = deeds(call("POST", 204, "Ana"), call("POST", 204, "Bo"), call("POST", 204, "Ana"));
        assertThat(deeds.doubled()).containsExactly("POST /groups/1/users Ana");
    }

    @Test
    void takesARefusedWriteAndARepeatedReadForNoDeed() {
        Deeds deeds = deeds(
                call("POST", 503, "Ana"),
                call("POST", 0, "Ana"),
                call("POST", 204, "Ana"),
                call("GET", 200, ""),
                call("GET", 200, ""));
        assertThat(deeds.doubled()).isEmpty();
        assertThat(deeds.count()).isOne();
    }

    @Test
    void seesWhatTookAccess() {
        assertThat(deeds(call("POST", 204, "Ana"), call("DELETE", 204, "")).removals())
                .hasSize(1);
    }

    private static Deeds deeds(Call... calls) {
        return new Deeds(new Calls(List.copyOf(Stream.of(calls).toList())));
    }

    private static Call call(String method, int status, String body) {
        return new Call(1, Instant.EPOCH, "Salto", method, "/groups/1/users", "", status, "", body, "");
    }
}
