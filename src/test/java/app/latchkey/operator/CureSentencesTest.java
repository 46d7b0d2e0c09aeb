package app.latchkey.operator;

import static org.assertj.core.api.Assertions.assertThat;

import app.latchkey.entitlement.Audience;
import app.latchkey.entitlement.Cure;
import app.latchkey.entitlement.Invoice;
import app.latchkey.entitlement.PurchaseKey;
import app.latchkey.entitlement.PurchaseKind;
import app.latchkey.entitlement.Reason;
import app.latchkey.entitlement.Voice;
import app.latchkey.shared.AccessGroupId;
import app.latchkey.shared.CustomerId;
import app.latchkey.shared.ItemId;
import app.latchkey.shared.ItemKind;
import app.latchkey.sync.DoorAnswer.Names;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CureSentencesTest {

    private static final Instant NOW = Instant.parse("2026-05-08T12:00:00Z");
    private static final Voice VOICE = new Voice(Audience.OPERATOR, "Harbour House", ZoneOffset.UTC, NOW);
    private static final CustomerId MARTA = new CustomerId(7);
    private static final CustomerId COMPANY = new CustomerId(8);
    private static final AccessGroupId STREET =
            new AccessGroupId(UUID.fromString("7f000000-0000-0000-0000-000000000001"));
    private static final PurchaseKey BOOKING = new PurchaseKey(PurchaseKind.BOOKING, 4);
    private static final ItemId ROOM = new ItemId(ItemKind.RESOURCE, 2);

    @Test
    void namesTheDeedAndWhereItIsDone() {
        assertThat(said(new Cure.Confirm(BOOKING)))
                .isEqualTo("Confirm the booking of Room 2 in Nexudus; it is tentative.");
        assertThat(said(new Cure.Match(ROOM, STREET))).isEqualTo("Match Room 2 to Street door: it is bought already.");
        assertThat(said(new Cure.DecideWhoItIs(COMPANY))).isEqualTo("Say which Salto user Paper Plane Lda. is.");
        assertThat(said(new Cure.LetInAgain(MARTA)))
                .isEqualTo("Activate this customer again in Nexudus: suspended or archived there.");
        Invoice invoice = new Invoice("1041", LocalDate.of(2026, 5, 2), BigDecimal.TEN);
        assertThat(said(new Cure.Pay(MARTA, invoice)))
                .isEqualTo(
                        "Have invoice 1041 paid in Nexudus; it was due on 2 May, and your rule closes doors for it.");
        assertThat(said(new Cure.Pay(COMPANY, invoice))).startsWith("Have invoice 1041 of Paper Plane Lda. paid");
        assertThat(said(new Cure.WaitUntil(NOW.plusSeconds(3600)))).isEqualTo("Wait until 13:00.");
        assertThat(said(new Cure.Settle(new Reason.BlockedInSalto()))).isEqualTo("Put right: blocked in Salto.");
    }

    @Test
    void namesWhatEarnsTheGroupButNotAHundredOfThem() {
        Cure buy = new Cure.Buy(MARTA, STREET);
        assertThat(CureSentences.say(buy, MARTA, names("Day pass"), VOICE))
                .isEqualTo("Sell this customer Day pass, which opens Street door. Or give access until an end.");
        assertThat(CureSentences.say(buy, MARTA, names("A", "B", "C", "D", "E"), VOICE))
                .contains("A or B or C or 2 others");
        assertThat(CureSentences.say(buy, MARTA, names(), VOICE)).contains("nothing earns it yet");
    }

    @Test
    void leadsToWhereItIsDone() {
        assertThat(CureSentences.place(new Cure.DecideWhoItIs(MARTA))).isEqualTo("/decisions");
        assertThat(CureSentences.place(new Cure.Match(ROOM, STREET))).isEqualTo("/matches");
        assertThat(CureSentences.place(new Cure.Settle(new Reason.Disputed()))).isEqualTo("/decisions");
        assertThat(CureSentences.place(new Cure.Settle(new Reason.NoSeat()))).isEmpty();
        assertThat(CureSentences.place(new Cure.Confirm(BOOKING))).isEmpty();
    }

    private static String said(Cure cure) {
        return CureSentences.say(cure, MARTA, names(), VOICE);
    }

    private static Names names(String... earning) {
        return new Names(
                "Street door",
                Map.of(BOOKING, "Room 2"),
                Map.of(ROOM, "Room 2"),
                Map.of(MARTA, "Marta Nunes", COMPANY, "Paper Plane Lda."),
                List.of(earning));
    }
}
