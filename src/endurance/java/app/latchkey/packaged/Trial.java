package app.latchkey.packaged;

import java.time.Duration;
import java.util.List;

/**
 * What came of one thing that went wrong.
 *
 * @param midway whether it came before the work was done
 * @param toRight from its end until everybody was where they belong
 * @param writes of Salto from before it until then
 * @param expected how many writes the change needs
 */
record Trial(boolean midway, Duration toRight, int writes, int expected, List<String> doubled, List<String> wrong) {

    boolean isSound() {
        return wrong.isEmpty() && doubled.isEmpty() && writes == expected;
    }
}
