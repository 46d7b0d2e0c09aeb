package app.latchkey.shared;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An e-mail address in its normal form: trimmed, NFC, lower case. Dots and plus parts are kept, because two mailboxes that differ in them
 * may belong to two people.
 */
public record EmailAddress(String value) implements Comparable<EmailAddress> {

    private static final Pattern SHAPE = Pattern.compile("[^\\s@]+@[^\\s@]+");
    private static final int LONGEST = 254;

    public EmailAddress {
        value = Normalizer.normalize(value.strip(), Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
        if (value.length() > LONGEST || !SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("Not an e-mail address: it needs a name, an @ and a domain");
        }
    }

    /** Empty for text that is no address, including none at all: partners' records hold anything. */
    public static Optional<EmailAddress> parse(String text) {
        String stripped = text.strip();
        return stripped.length() <= LONGEST && SHAPE.matcher(stripped).matches()
                ? Optional.of(new EmailAddress(stripped))
                : Optional.empty();
    }

    @Override
    public int compareTo(EmailAddress other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
