package app.latchkey.nexudus;

import app.latchkey.shared.ItemId;
import java.util.Objects;

/** What can be bought or booked at the location: a pass, resource, desk or office. */
public record Item(ItemId id, String name, boolean archived) {

    public Item {
        Objects.requireNonNull(id, "id");
    }
}
