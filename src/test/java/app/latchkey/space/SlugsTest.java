package app.latchkey.space;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlugsTest {

    @ParameterizedTest
    @CsvSource({"Harbour House, harbour-house", "Café Nº 4, cafe-no-4", "  --  , space", "東京, space", "A/B & C!, a-b-c"
    })
    void writesANameAsAddressesHaveIt(String name, String slug) {
        assertThat(Slugs.of(name)).isEqualTo(slug);
    }

    @Test
    void takesTheNextNumberWhenASlugIsTaken() {
        assertThat(Slugs.free("loft", Set.of("loft", "loft-2"))).isEqualTo("loft-3");
    }

    @Test
    void keepsALongNameShort() {
        assertThat(Slugs.of("a".repeat(39) + " b")).isEqualTo("a".repeat(39));
    }
}
