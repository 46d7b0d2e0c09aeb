package app.latchkey.shared;

import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** A language that members can read their doors in. Another one is a line here and one file of words beside each {@link Phrases}. */
public enum Language {
    EN("English"),
    DE("Deutsch"),
    FR("Français"),
    ES("Español"),
    IT("Italiano"),
    NL("Nederlands");

    private final String ownName;

    Language(String ownName) {
        this.ownName = ownName;
    }

    /** What those who speak it call it. */
    public String ownName() {
        return ownName;
    }

    /** The two letters of ISO 639-1, as in {@code lang="de"}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public Locale locale() {
        return Locale.of(code());
    }

    public static Optional<Language> ofCode(String code) {
        return Arrays.stream(values())
                .filter(language -> language.code().equals(code))
                .findFirst();
    }

    /** The first of these that we speak, else English. */
    public static Language firstOf(Collection<Locale> wished) {
        return wished.stream()
                .flatMap(locale -> ofCode(locale.getLanguage()).stream())
                .findFirst()
                .orElse(EN);
    }
}
