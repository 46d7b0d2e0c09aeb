package app.latchkey.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SecretTest {

    @Test
    void isNeverPrinted() {
        assertThat("token " + Secret.of("s3cret")).doesNotContain("s3cret");
    }

    @Test
    void equalsOnlyTheSameText() {
        assertThat(Secret.of("a")).isEqualTo(Secret.of("a")).isNotEqualTo(Secret.of("b"));
        assertThat(Secret.of("a")).hasSameHashCodeAs(Secret.of("b"));
    }
}
