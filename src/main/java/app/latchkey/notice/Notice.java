package app.latchkey.notice;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * A message to one person.
 *
 * @param once what it is about, such as {@code died:<space>:SALTO:<instant>}: the same address never gets two with the same key. Must
 *     hold no secret, because it is stored
 * @param paragraphs plain sentences; line breaks inside one are kept
 * @param link the one thing to do, if there is one
 */
public record Notice(String once, String subject, List<String> paragraphs, Optional<Link> link) {

    public Notice {
        paragraphs = List.copyOf(paragraphs);
        if (subject.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("A subject is one line");
        }
    }

    public static Notice of(String once, String subject, List<String> paragraphs) {
        return new Notice(once, subject, paragraphs, Optional.empty());
    }

    public Notice withLink(String label, URI target) {
        return new Notice(once, subject, paragraphs, Optional.of(new Link(label, target)));
    }

    /** A button in the mail. */
    public record Link(String label, URI target) {}
}
