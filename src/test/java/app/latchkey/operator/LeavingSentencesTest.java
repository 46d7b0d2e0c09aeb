package app.latchkey.operator;

import static org.assertj.core.api.Assertions.assertThat;

import app.latchkey.sync.Leaving;
import app.latchkey.sync.Leaving.Line;
import app.latchkey.sync.Leaving.Outcome;
import app.latchkey.sync.Leaving.Stage;
import app.latchkey.sync.Leaving.TagLine;
import app.latchkey.sync.Leaving.TagOutcome;
import app.latchkey.sync.Leaving.Way;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What an operator reads who leaves: whole sentences, and of nobody who was not there. */
class LeavingSentencesTest {

    private static final Instant NOW = Instant.parse("2026-05-08T12:00:00Z");

    @Test
    void saysWhatBecameOfThoseWhomWeLetIn() {
        assertThat(said(leaving(Way.RELEASE, Stage.DONE, Outcome.TAKEN_OUT, Outcome.TAKEN_OUT)))
                .isEqualTo("You left at 12:00. 2 were taken out. Our access to Salto and Nexudus is destroyed.");
        assertThat(said(leaving(Way.RELEASE, Stage.DONE, Outcome.TAKEN_OUT, Outcome.NOT_IN)))
                .contains("1 was taken out, 1 was out already.");
        assertThat(said(leaving(Way.KEEP, Stage.DONE, Outcome.KEPT))).contains("1 stays in the group.");
    }

    @Test
    void saysWhenItBegins() {
        assertThat(said(leaving(Way.END_ON, Stage.WAITING)))
                .isEqualTo("You leave tomorrow at 12:00. Until then all goes on as before.");
    }

    @Test
    void saysWhatBecameOfTheTagsThatWeGave() {
        assertThat(saidOfTags(TagOutcome.TAKEN_BACK, TagOutcome.TAKEN_BACK, TagOutcome.BY_HAND))
                .isEqualTo(
                        "You left at 12:00. 0 were taken out. 2 tags were taken back. Salto did not let us take back 1"
                                + " tag: take it back there by hand. Our access to Salto and Nexudus is destroyed.");
        assertThat(saidOfTags(TagOutcome.KEPT)).contains("1 tag stays with whom it was given to.");
    }

    private static String saidOfTags(TagOutcome... outcomes) {
        Leaving none = leaving(Way.RELEASE, Stage.DONE);
        return said(new Leaving(
                none.number(),
                none.way(),
                none.dueAt(),
                none.begunAt(),
                none.stage(),
                none.doneAt(),
                none.leftOver(),
                none.lines(),
                Arrays.stream(outcomes)
                        .map(outcome -> new TagLine("Ana Ruiz", "02309289", outcome, NOW))
                        .toList()));
    }

    private static String said(Leaving leaving) {
        return LeavingSentences.progress(leaving, NOW, ZoneOffset.UTC);
    }

    private static Leaving leaving(Way way, Stage stage, Outcome... outcomes) {
        return new Leaving(
                1,
                way,
                NOW.plus(Duration.ofDays(1)),
                NOW,
                stage,
                Optional.of(NOW),
                Optional.empty(),
                Arrays.stream(outcomes)
                        .map(outcome -> new Line("Ana Ruiz", "Room 4", outcome, NOW))
                        .toList(),
                List.of());
    }
}
