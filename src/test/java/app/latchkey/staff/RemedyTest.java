package app.latchkey.staff;

import static org.assertj.core.api.Assertions.assertThat;

import app.latchkey.connection.PartnerFailure.Category;
import app.latchkey.staff.Remedy.Turn;
import app.latchkey.sync.FailureRow;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RemedyTest {

    @ParameterizedTest
    @EnumSource(Category.class)
    void everyCauseSaysWhatToDoAndIsKnown(Category category) {
        FailureRow failure = failure(category.name(), "SALTO", category.who().name());

        assertThat(Remedy.todo(failure))
                .doesNotContain("nobody has described")
                .endsWith(failure.cause().equals("MISCONFIGURED") ? "?" : ".");
        assertThat(Remedy.code(failure)).startsWith("Salto · ").doesNotContain("_");
    }

    @Test
    void noTwoCausesOfDifferentTurnsShareTheirCure() {
        assertThat(Stream.of(Category.NEEDS_SIGN_IN, Category.SILENT, Category.MISCONFIGURED)
                        .map(category -> Remedy.todo(failure(category.name(), "SALTO", "US"))))
                .doesNotHaveDuplicates();
    }

    @Test
    void namesThePartnerWhoseTurnItIs() {
        assertThat(Remedy.turn(failure("SILENT", "NEXUDUS", "PARTNER"))).isEqualTo(Turn.NEXUDUS);
        assertThat(Remedy.turn(failure("SILENT", "SALTO", "PARTNER"))).isEqualTo(Turn.SALTO);
        assertThat(Remedy.turn(failure("NEEDS_SIGN_IN", "SALTO", "SPACE"))).isEqualTo(Turn.OPERATORS);
    }

    @Test
    void anUnknownCauseIsOursAndSaysSo() {
        FailureRow failure = failure("METEORITE", "SALTO", "US");

        assertThat(Remedy.who(failure)).isEqualTo("us");
        assertThat(Remedy.todo(failure)).startsWith("A cause nobody has described yet");
    }

    private static FailureRow failure(String cause, String partner, String who) {
        return new FailureRow(
                cause, Optional.of(partner), who, true, List.of("mill"), 1, Instant.EPOCH, "Something fails");
    }
}
