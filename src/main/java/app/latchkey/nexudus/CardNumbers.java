package app.latchkey.nexudus;

import app.latchkey.space.Assumption;
import app.latchkey.space.LatchkeySettings;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Takes a text apart that holds the access cards of a customer; what stands between several of them is not documented. */
@Component
class CardNumbers {

    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private final Pattern between;

    CardNumbers(LatchkeySettings settings) {
        this.between = Pattern.compile(BLANKS.splitAsStream(settings.assumed(Assumption.NEXUDUS_CARD_SEPARATORS))
                .map(separator -> separator.equals("space") ? "\\s" : Pattern.quote(separator))
                .collect(Collectors.joining("|")));
    }

    /** A number has no blanks: those that separate nothing are only there to be read more easily. */
    List<String> in(String text) {
        return between.splitAsStream(text)
                .map(number -> BLANKS.matcher(number).replaceAll(""))
                .filter(number -> !number.isEmpty())
                .toList();
    }
}
