package app.latchkey.sync;

import app.latchkey.shared.CustomerId;
import java.time.Instant;
import java.util.Optional;

/**
 * A member stood at a locked door and told the space.
 *
 * @param number what both sides call it: "K7-42"
 * @param name of the customer, as Nexudus has it
 * @param found what the page told the member
 * @param seenAt when somebody of the space has taken note
 */
public record HelpCall(
        String number,
        CustomerId customer,
        String name,
        String door,
        String found,
        LockShows lockShows,
        Instant toldAt,
        Optional<Instant> seenAt) {}
