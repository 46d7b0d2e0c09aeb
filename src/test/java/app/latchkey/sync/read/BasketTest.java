package app.latchkey.sync.read;

import static app.latchkey.entitlement.Shop.ANA;
import static app.latchkey.entitlement.Shop.FLEX;
import static app.latchkey.entitlement.Shop.MATCHES;
import static app.latchkey.entitlement.Shop.ROOM_4;
import static app.latchkey.entitlement.Shop.STREET;
import static app.latchkey.entitlement.Shop.STUDIO;
import static app.latchkey.entitlement.Shop.at;
import static org.assertj.core.api.Assertions.assertThat;

import app.latchkey.entitlement.Purchase;
import app.latchkey.entitlement.Reason;
import app.latchkey.entitlement.Shop;
import app.latchkey.shared.ItemId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Why doors are shut to somebody who has an invoice open: because of the invoice, whatever else they bought. */
class BasketTest {

    private static final Instant NOW = at("2026-05-08T12:00:00Z");
    private static final Reason.InvoiceOpen INVOICE = new Reason.InvoiceOpen("1041", at("2026-04-20T00:00:00Z"), 14);
    private static final Purchase PASS = Shop.dayPass(1, ANA, "2026-05-08T09:00:00Z");
    private static final Purchase SOON = Shop.booking(2, ANA, ROOM_4, "2026-05-08T12:20:00Z", "2026-05-08T14:00:00Z");
    private static final Purchase OVER = Shop.booking(3, ANA, ROOM_4, "2026-05-08T08:00:00Z", "2026-05-08T09:00:00Z");

    @Test
    void namesTheInvoiceBesideABookingThatIsStillToCome() {
        assertThat(basket(Set.of(), PASS, SOON).unpaid(STREET, NOW)).contains(INVOICE);
        assertThat(basket(Set.of(), SOON).unpaid(STUDIO, NOW)).contains(INVOICE);
    }

    @Test
    void namesNoInvoiceWhereNothingWouldOpen() {
        assertThat(basket(Set.of(), OVER).unpaid(STUDIO, NOW)).isEmpty();
        assertThat(basket(Set.of(FLEX.id()), PASS, OVER).unpaid(STREET, NOW)).isEmpty();
        assertThat(basket(Set.of()).unpaid(STREET, NOW)).isEmpty();
    }

    private static Basket basket(Set<ItemId> exempt, Purchase... purchases) {
        return new Basket(List.of(purchases), MATCHES, Shop.LONDON, Optional.of(INVOICE), exempt, List.of());
    }
}
