package app.latchkey.salto;

import app.latchkey.shared.LockId;
import app.latchkey.shared.PlatformUserId;
import java.time.Instant;
import java.util.Optional;

/**
 * Something that happened at a door.
 *
 * @param id Salto's; the same event is read more than once
 * @param user empty when nobody showed anything, such as from inside; for a PIN that nobody has it is an id that is nobody's
 * @param detail in Salto's word, where it says so: why it was refused, or else by what it was opened
 */
public record DoorEvent(
        String id,
        Instant at,
        Kind kind,
        Optional<LockId> lock,
        String lockName,
        Optional<PlatformUserId> user,
        Optional<String> detail) {

    public enum Kind {
        OPENED,
        REFUSED,
        /** A door left open by its schedule, or something that nobody has met yet. */
        OTHER;

        static Kind named(String category) {
            return switch (category) {
                case "lock_opened" -> OPENED;
                case "lock_rejected" -> REFUSED;
                default -> OTHER;
            };
        }
    }
}
