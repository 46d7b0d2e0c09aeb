package app.latchkey.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class LetterTest {

    @Test
    void runsNothingThatAPartnersNameSmugglesIn() {
        Notice notice = Notice.of("x", "Hello <b>", List.of("<img src=x onerror=alert(1)> came"));
        assertThat(Letter.html(notice)).doesNotContain("<img", "<b>").contains("&lt;img");
    }

    @Test
    void refusesASubjectThatWouldAddHeaders() {
        assertThatThrownBy(() -> Notice.of("x", "Hello\r\nBcc: all@example.com", List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
