package app.latchkey.packaged;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a secret would leave behind: the secret itself, as it stands in an address, in base64 wherever in the coded text it begins, in hex, and
 * each of these as PostgreSQL prints bytes.
 */
public final class Traces {

    private static final int SHORT = 8;

    private final Set<String> forms;
    private final Pattern pattern;

    private Traces(Set<String> forms, boolean isShort) {
        this.forms = forms;
        String any = String.join("|", forms.stream().map(Pattern::quote).toList());
        pattern = Pattern.compile(isShort ? "(?<![\\w.-])(?:" + any + ")(?![\\w-])" : any);
    }

    /** Of a short one, such as six digits, only what stands by itself counts: as part of a longer number it is chance. */
    public static Traces of(String secret) {
        Set<String> forms = new LinkedHashSet<>();
        boolean isShort = secret.length() < SHORT;
        plainForms(secret, isShort ? List.of(0) : List.of(0, 1, 2)).forEach(form -> {
            forms.add(form);
            forms.addAll(hex(form));
        });
        return new Traces(forms, isShort);
    }

    /** Looks for each form by itself first: in megabytes without a trace, that is far quicker than to try them all at every letter. */
    public boolean areIn(String text) {
        return forms.stream().anyMatch(text::contains) && pattern.matcher(text).find();
    }

    private static Stream<String> plainForms(String secret, List<Integer> offsets) {
        return Stream.concat(
                Stream.of(secret, URLEncoder.encode(secret, StandardCharsets.UTF_8)),
                offsets.stream().flatMap(offset -> base64(secret, offset)));
    }

    /** The middle of the coded text, which does not depend on what stands before and after the secret. */
    private static Stream<String> base64(String secret, int offset) {
        byte[] shifted = (" ".repeat(offset) + secret).getBytes(StandardCharsets.UTF_8);
        int from = offset == 0 ? 0 : 4;
        int to = shifted.length / 3 * 4;
        return Stream.of(Base64.getEncoder(), Base64.getUrlEncoder())
                .map(encoder -> encoder.encodeToString(shifted).substring(from, to));
    }

    private static List<String> hex(String form) {
        String lower = HexFormat.of().formatHex(form.getBytes(StandardCharsets.UTF_8));
        return List.of(lower, lower.toUpperCase(Locale.ROOT));
    }
}
