package app.latchkey.traps;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Whatever a partner's answer holds, what comes of it is something understood or a partner's failure, and the database takes it. */
class MangledAnswersIT {

    private static final long FIRST = Long.getLong("mangled.first", 0);
    private static final int SEEDS = Integer.getInteger("mangled.seeds", 108);

    @Test
    void comesThroughWhateverAPartnerAnswers() {
        try (MangledAnswers answers = new MangledAnswers()) {
            assertThat(LongStream.range(FIRST, FIRST + SEEDS).boxed().flatMap(seed -> answers.read(seed).stream()))
                    .as("uncaught")
                    .isEmpty();
            assertThat(answers.mangled()).isGreaterThan(SEEDS);
        }
    }
}
