package app.latchkey.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PhrasesTest {

    private final Phrases phrases = Phrases.beside(PhrasesTest.class, "phrases");

    @Test
    void fillsInWhatASentenceWants() {
        assertThat(phrases.say(Language.EN, "greeting", Map.of("name", "a$1 {b}")))
                .isEqualTo("Good day, a$1 {b}.");
        assertThat(phrases.say(Language.DE, "greeting", Map.of("name", "Ana"))).isEqualTo("Guten Tag, Ana.");
        assertThat(phrases.blanks(Language.FR, "greeting")).containsExactly("name");
    }

    @Test
    void refusesWhatItHasNoWordsFor() {
        assertThatThrownBy(() -> phrases.say(Language.EN, "farewell")).hasMessageContaining("farewell");
        assertThatThrownBy(() -> phrases.say(Language.EN, "greeting")).hasMessageContaining("{name}");
        assertThatThrownBy(() -> Phrases.beside(PhrasesTest.class, "nothing"))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void takesTheFirstLanguageOfThePhoneThatWeSpeak() {
        assertThat(Language.firstOf(List.of(Locale.of("pt", "PT"), Locale.of("de", "AT"), Locale.ENGLISH)))
                .isEqualTo(Language.DE);
        assertThat(Language.firstOf(List.of(Locale.of("pt")))).isEqualTo(Language.EN);
    }
}
