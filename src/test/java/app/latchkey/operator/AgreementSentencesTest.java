package app.latchkey.operator;

import static org.assertj.core.api.Assertions.assertThat;

import app.latchkey.sync.Agreement;
import app.latchkey.sync.Agreement.Day;
import app.latchkey.sync.Agreement.Kind;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class AgreementSentencesTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 24);

    @Test
    void neverRoundsUpToEverybody() {
        assertThat(headline(1000, 999))
                .isEqualTo("Watching: we agree with your doors for 99\u00a0% of people; 1 differs.");
        assertThat(headline(3, 1)).contains("33\u00a0%").contains("2 differ.");
        assertThat(AgreementSentences.day(new Day(DAY, 1000, 999))).isEqualTo("24 Nov: 99\u00a0%, 1 of 1000 differ");
    }

    @Test
    void saysThatEverybodyOrNobodyIsThere() {
        assertThat(headline(7, 7)).contains("for everybody");
        assertThat(headline(0, 0)).contains("nobody is in a matched group");
    }

    @Test
    void saysOfEachKindWhatItIs() {
        assertThat(Arrays.stream(Kind.values()).map(AgreementSentences::title)).doesNotHaveDuplicates();
        assertThat(Arrays.stream(Kind.values()).map(AgreementSentences::consequence))
                .doesNotContain("");
    }

    private static String headline(int people, int agreeing) {
        return AgreementSentences.headline(new Agreement(people, agreeing, List.of(), List.of()));
    }
}
