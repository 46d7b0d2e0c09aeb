package app.latchkey.doors;

import app.latchkey.shared.Language;
import app.latchkey.shared.Phrases;
import java.util.Map;

/** What the member's page says itself; why doors open or not is worded in {@code entitlement}. */
public final class PageWords {

    static final Phrases ALL = Phrases.beside(PageWords.class, "page");

    private PageWords() {}

    public static String say(Language language, String key) {
        return ALL.say(language, key);
    }

    public static String say(Language language, String key, String blank, String value) {
        return ALL.say(language, key, Map.of(blank, value));
    }

    public static String say(Language language, String key, Map<String, String> values) {
        return ALL.say(language, key, values);
    }
}
