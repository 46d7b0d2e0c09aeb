package app.latchkey.nexudus;

import java.util.List;

/**
 * Signs that Nexudus's own Salto integration is switched on at the location: two who put people in and out of the same groups fight.
 *
 * @param customers how many customers it has connected
 * @param items names of the items that it has given a group of its own
 */
public record SecondWriter(int customers, List<String> items) {

    public SecondWriter {
        items = List.copyOf(items);
    }

    public boolean isThere() {
        return customers > 0 || !items.isEmpty();
    }
}
