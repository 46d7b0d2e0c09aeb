package app.latchkey.entitlement;

import app.latchkey.shared.ItemId;
import java.util.Objects;

/** A Nexudus item together with the name it had when it was read, for sentences. */
public record NamedItem(ItemId id, String name) {

    public NamedItem {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(name, "name");
    }
}
