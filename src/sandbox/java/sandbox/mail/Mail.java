package sandbox.mail;

import java.util.List;

/** One received mail; {@code html} is empty when it has only plain text, and the other way round. */
public record Mail(int number, String from, List<String> to, String subject, String text, String html) {

    /** All there is to read, plain text first. */
    public String body() {
        return text.isBlank() ? html : text;
    }
}
