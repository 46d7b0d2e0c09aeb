package app.latchkey.sync;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a person opens doors with, as Salto showed it last.
 *
 * @param invitedAt when we had Salto invite the person
 * @param cards those that the customer has in Nexudus, and how each stands in Salto
 * @param readAt when the oldest of it was read; empty while Salto has not shown the user
 */
public record WaysIn(
        Phone phone,
        Optional<Instant> invitedAt,
        Optional<String> tagNumber,
        Pin pin,
        List<CardStanding> cards,
        Optional<Instant> readAt) {

    public WaysIn {
        cards = List.copyOf(cards);
    }

    /** How far somebody has come to opening with the Salto app. */
    public enum Phone {
        /** Salto has no e-mail address to invite by. */
        NO_ADDRESS,
        INVITED,
        ACCEPTED,
        /** Salto lists a key on a phone. */
        ACTIVE
    }

    /** Whether somebody has a PIN; which, Salto says once, when it is made. */
    public enum Pin {
        NOT_ALLOWED,
        /** Allowed, and the keys were not read yet. */
        NOT_READ,
        NONE,
        SET
    }

    /** Whether the app can open. */
    public boolean hasApp() {
        return phone == Phone.ACCEPTED || phone == Phone.ACTIVE;
    }
}
