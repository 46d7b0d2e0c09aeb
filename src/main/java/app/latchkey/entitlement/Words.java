package app.latchkey.entitlement;

import app.latchkey.shared.Language;
import app.latchkey.shared.Phrases;
import java.util.Map;

/** The sentences of this package, in every language. */
final class Words {

    static final Phrases ALL = Phrases.beside(Words.class, "words");

    private Words() {}

    static String say(Language language, String key) {
        return ALL.say(language, key);
    }

    static String say(Language language, String key, Map<String, ?> values) {
        return ALL.say(language, key, values);
    }
}
