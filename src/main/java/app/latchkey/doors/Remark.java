package app.latchkey.doors;

import java.util.Optional;

/**
 * Why a door does not open for a member, in his words.
 *
 * @param remedy what the one button says; none where waiting is the cure
 */
public record Remark(String sentence, Optional<String> remedy) {

    static Remark of(String sentence) {
        return new Remark(sentence, Optional.empty());
    }

    static Remark of(String sentence, String remedy) {
        return new Remark(sentence, Optional.of(remedy));
    }
}
