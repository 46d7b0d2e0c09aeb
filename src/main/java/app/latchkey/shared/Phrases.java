package app.latchkey.shared;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Sentences by key, in every {@link Language}: one file {@code <name>_<code>.properties} each, beside the class that speaks. A {@code {name}} in
 * a sentence is filled in.
 */
public final class Phrases {

    private static final Pattern BLANK = Pattern.compile("\\{([a-z]+)}");

    private final Map<Language, Map<String, String>> sentences = new EnumMap<>(Language.class);

    private Phrases(Class<?> beside, String name) {
        for (Language language : Language.values()) {
            sentences.put(language, read(beside, name + "_" + language.code() + ".properties"));
        }
    }

    /** @throws IllegalStateException when a language has no file */
    public static Phrases beside(Class<?> speaker, String name) {
        return new Phrases(speaker, name);
    }

    public Set<String> keys(Language language) {
        return Set.copyOf(known(language).keySet());
    }

    /** The names that a sentence wants filled in. */
    public Set<String> blanks(Language language, String key) {
        return BLANK.matcher(sentence(language, key))
                .results()
                .map(blank -> blank.group(1))
                .collect(Collectors.toUnmodifiableSet());
    }

    public String say(Language language, String key) {
        return say(language, key, Map.of());
    }

    /** @throws IllegalArgumentException for an unknown key, or a blank that nothing was given for */
    public String say(Language language, String key, Map<String, ?> values) {
        return BLANK.matcher(sentence(language, key)).replaceAll(blank -> {
            Object value = values.get(blank.group(1));
            if (value == null) {
                throw new IllegalArgumentException("Nothing given for {" + blank.group(1) + "} in " + key);
            }
            return Matcher.quoteReplacement(value.toString());
        });
    }

    /** With its blanks. */
    public String sentence(Language language, String key) {
        String sentence = known(language).get(key);
        if (sentence == null) {
            throw new IllegalArgumentException("No sentence " + key + " in " + language.ownName());
        }
        return sentence;
    }

    private Map<String, String> known(Language language) {
        return sentences.getOrDefault(language, Map.of());
    }

    private static Map<String, String> read(Class<?> beside, String file) {
        try (InputStream in = beside.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("No words in " + file);
            }
            Properties words = new Properties();
            words.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return words.stringPropertyNames().stream()
                    .collect(Collectors.toUnmodifiableMap(key -> key, words::getProperty));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
