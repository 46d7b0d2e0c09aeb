package app.latchkey.look;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StateChipTest {

    @ParameterizedTest
    @EnumSource(State.class)
    void everyStateHasAWordAShapeAndAColour(State state) throws IOException {
        StateChip chip = StateChip.forOperator(state);
        assertThat(chip.word()).isNotBlank();
        assertThat(StateChip.forMember(state).word()).isNotBlank();
        assertThat(state.shape().svg()).contains("<svg").containsPattern("<(path|circle|rect)");
        assertThat(chip.getClassNames()).contains("lk-tone-" + toneName(state));
        assertThat(styles()).contains("--lk-" + toneName(state) + ":", "--lk-" + toneName(state) + "-tint:");
        assertThat(chip.getElement().getTextRecursively()).contains(state.operatorWord());
    }

    @ParameterizedTest
    @EnumSource(
            value = State.class,
            names = {"WATCHING", "PAUSED", "FROZEN", "IN_SET_UP"})
    void aSpaceThatWaitsByChoiceIsNeverRed(State state) {
        assertThat(state.tone()).isNotEqualTo(Tone.STOPPED);
    }

    private static String toneName(State state) {
        return state.tone().name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    private static String styles() throws IOException {
        return Files.readString(Path.of("frontend/styles/theme.css"));
    }
}
