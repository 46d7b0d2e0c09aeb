package app.latchkey.nexudus;

import app.latchkey.shared.CustomerId;
import app.latchkey.shared.ItemId;
import java.util.Set;

/**
 * Which records concern one location, where a user of Nexudus sees several: those of customers whom it knows, those at home there, and what is
 * bought or booked there. A record that does not say enough concerns it.
 *
 * @param known everybody of whom anything is known there
 * @param items what can be bought or booked there; without any of them yet, everything concerns it
 */
record Concern(long location, Set<CustomerId> known, Set<ItemId> items) {

    boolean customer(Row row) {
        return known.contains(new CustomerId(row.id())) || isHereOrUnsaid(row, "InvoicingBusinessId");
    }

    boolean pass(Row row) {
        return isKnown(row)
                || row.numberIfAny("TimePassId")
                        .map(id -> isOurs(ItemId.pass(id)))
                        .orElse(true);
    }

    boolean booking(Row row) {
        boolean says = row.has("ResourceId") || row.has("FloorPlanDeskId");
        return isKnown(row)
                || !says
                || row.numberIfAny("ResourceId")
                        .map(ItemId::resource)
                        .filter(this::isOurs)
                        .isPresent()
                || row.numberIfAny("FloorPlanDeskId").filter(this::isDesk).isPresent();
    }

    boolean contract(Row row) {
        boolean says = row.has("FloorPlanDeskIds") || row.has("Desks");
        return isKnown(row)
                || !says
                || isHereOrUnsaid(row, "IssuedById")
                || row.text("FloorPlanDeskVariantIds").isPresent()
                || row.ids("FloorPlanDeskIds", "Desks").stream().anyMatch(this::isDesk);
    }

    boolean checkIn(Row row) {
        return isKnown(row) || isHereOrUnsaid(row, "BusinessId");
    }

    /** Nobody pays for access here who is not known here. */
    boolean invoice(Row row) {
        return isKnown(row);
    }

    private boolean isKnown(Row row) {
        return row.numberIfAny("CoworkerId")
                .map(CustomerId::new)
                .filter(known::contains)
                .isPresent();
    }

    private boolean isHereOrUnsaid(Row row, String name) {
        return row.numberIfAny(name).map(id -> id == location).orElse(true);
    }

    private boolean isOurs(ItemId item) {
        return items.isEmpty() || items.contains(item);
    }

    private boolean isDesk(long id) {
        return ItemId.desk(id).sameRecord().stream().anyMatch(this::isOurs);
    }
}
