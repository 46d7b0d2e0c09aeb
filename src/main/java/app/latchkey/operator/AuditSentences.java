package app.latchkey.operator;

import app.latchkey.audit.AuditEntry;
import app.latchkey.audit.ChainCheck;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a space's record reads like, on the page and as a file. */
public final class AuditSentences {

    /** The name of a choice in the code, as the record keeps it. */
    private static final Pattern CHOICE = Pattern.compile("[A-Z]{4,}(_[A-Z]+)*");

    private AuditSentences() {}

    /** "ana@example.com created the space · name Harbour House." */
    public static String of(AuditEntry entry) {
        String first = entry.what().isEmpty()
                ? ""
                : entry.what().substring(0, 1).toLowerCase(Locale.ROOT)
                        + entry.what().substring(1);
        String details = new TreeMap<>(entry.details())
                .entrySet().stream().map(AuditSentences::detail).collect(Collectors.joining(" · "));
        return "%s %s%s".formatted(entry.who(), first, details.isEmpty() ? "" : " · " + details);
    }

    public static String of(ChainCheck check) {
        return switch (check) {
            case ChainCheck.Unbroken(long entries) -> "Unbroken, %d entries checked".formatted(entries);
            case ChainCheck.BrokenAt(long number) ->
                String.format(
                        Locale.ROOT,
                        "The chain does not fit at row %,d. Staff have been told; nothing is deleted.",
                        number);
        };
    }

    public static boolean matches(AuditEntry entry, String search) {
        return of(entry).toLowerCase(Locale.ROOT).contains(search.strip().toLowerCase(Locale.ROOT));
    }

    /** One line of comma-separated values, as a table programme reads it; nothing in it is taken for a formula. */
    public static String line(AuditEntry entry) {
        return "%d,%s,%s,%s,%s"
                .formatted(
                        entry.number(),
                        entry.at(),
                        CsvText.quoted(entry.who()),
                        CsvText.quoted(entry.what()),
                        CsvText.quoted(new TreeMap<>(entry.details()).toString()));
    }

    private static String detail(Map.Entry<String, String> detail) {
        return words(detail.getKey()) + " " + value(detail.getValue());
    }

    /** "taken out" for takenOut. */
    private static String words(String key) {
        return key.replaceAll("(\\p{Ll})(\\p{Lu})", "$1 $2").toLowerCase(Locale.ROOT);
    }

    /** A choice as words: "grants only" for GRANTS_ONLY, "yes" for true. What people wrote stays as it is. */
    private static String value(String value) {
        return switch (value) {
            case "true" -> "yes";
            case "false" -> "no";
            default ->
                CHOICE.matcher(value).matches() ? value.toLowerCase(Locale.ROOT).replace('_', ' ') : value;
        };
    }
}
