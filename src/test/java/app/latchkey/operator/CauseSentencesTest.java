package app.latchkey.operator;

import static org.assertj.core.api.Assertions.assertThat;

import app.latchkey.connection.Partner;
import app.latchkey.connection.PartnerFailure.Category;
import app.latchkey.connection.PartnerFailure.Who;
import app.latchkey.sync.TroubleCause;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CauseSentencesTest {

    @ParameterizedTest
    @EnumSource
    void namesADeedWhereItIsTheOperatorsTurnAndNoneElsewhere(Category category) {
        String turn = CauseSentences.turn(TroubleCause.of(category, Partner.NEXUDUS));
        assertThat(turn.contains("It is your turn: ")).isEqualTo(category.who() == Who.SPACE);
        assertThat(turn.contains("There is nothing for you to do")).isEqualTo(category.who() != Who.SPACE);
        assertThat(turn).doesNotContain("the space’s page says what to do");
    }

    @ParameterizedTest
    @EnumSource
    void isTheSameCauseWhenReadAgain(Category category) {
        TroubleCause cause = TroubleCause.of(category, Partner.SALTO);
        assertThat(TroubleCause.parse(cause.key())).isEqualTo(cause);
        assertThat(cause.known()).contains(category);
    }

    @Test
    void takesForOursWhatNobodyHasDescribed() {
        TroubleCause surprise = new TroubleCause("UNEXPECTED", Optional.empty());
        assertThat(TroubleCause.parse(surprise.key())).isEqualTo(surprise);
        assertThat(CauseSentences.what(surprise)).isEqualTo("Something broke on our side");
        assertThat(CauseSentences.turn(surprise)).startsWith("It is our turn");
        assertThat(CauseSentences.turnForStaff(surprise)).isEqualTo("It is our turn.");
    }

    @Test
    void leavesAPartnersNameAsItIsAmidASentence() {
        assertThat(CauseSentences.amid(TroubleCause.of(Category.SILENT, Partner.SALTO)))
                .isEqualTo("Salto does not answer");
        assertThat(CauseSentences.amid(TroubleCause.of(Category.RIGHT_MISSING, Partner.SALTO)))
                .isEqualTo("we lack a right in Salto");
        assertThat(CauseSentences.amid(TroubleCause.people())).isEqualTo("people are not let in or taken out in time");
    }
}
