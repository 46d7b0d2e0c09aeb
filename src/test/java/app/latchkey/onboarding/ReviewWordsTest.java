package app.latchkey.onboarding;

import static org.assertj.core.api.Assertions.assertThat;

import app.latchkey.entitlement.PurchaseKind;
import app.latchkey.sync.ReviewChanges;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReviewWordsTest {

    @Test
    void namesEverythingThatChangedInNumbers() {
        ReviewChanges changes = new ReviewChanges(
                Map.of(PurchaseKind.BOOKING, 2, PurchaseKind.PASS, 1), Map.of(), Map.of(PurchaseKind.CONTRACT, 1), 1);
        assertThat(ReviewWords.say(changes))
                .isEqualTo("Since this preview, 2 bookings were made, 1 pass was bought, 1 contract ended and 1 group"
                        + " changed. Nothing was started. Here is the new one; changes are marked.");
    }

    @Test
    void saysThatSomethingChangedWhereNumbersDoNotTell() {
        assertThat(ReviewWords.say(new ReviewChanges(Map.of(), Map.of(), Map.of(), 0)))
                .startsWith("Since this preview, something changed.");
    }
}
