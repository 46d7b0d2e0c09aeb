package app.latchkey.sync;

import app.latchkey.shared.CustomerId;
import java.time.Instant;
import java.util.List;

/**
 * A PIN opened a door for somebody whom no group let in: two people may have the same PIN.
 *
 * @param others who uses a PIN and is in a group of that door, so that it may have been theirs
 */
public record PinSuspicion(Instant at, String door, List<Other> others) {

    public PinSuspicion {
        others = List.copyOf(others);
    }

    public record Other(CustomerId customer, String name) {}
}
