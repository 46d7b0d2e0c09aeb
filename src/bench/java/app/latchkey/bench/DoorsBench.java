package app.latchkey.bench;

import static app.latchkey.product.Eventually.eventually;

import app.latchkey.product.RunningProduct;
import app.latchkey.sync.Doorways;
import app.latchkey.sync.Harbour;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** From what somebody buys to the group that opens the door. */
@Benchmark
class DoorsBench {

    private static final String ROOM_4 = "Room 4 - 2nd floor";
    private static final int PURCHASES = 20;
    private static final int BOUNDARIES = 10;

    @Test
    void fromPurchaseToDoor(Report report) {
        try (RunningProduct product = RunningProduct.start()) {
            Buyers buyers = Buyers.at(product.partners(), "buyer", PURCHASES);
            Harbour harbour = new Harbour(product);
            harbour.begin();
            harbour.fullRun();
            report.add(seconds(
                    "purchase",
                    "purchase to group membership, p95 of %d, s".formatted(PURCHASES),
                    buyers.buy(harbour)));
            report.add(seconds(
                    "boundary",
                    "start of a booking to group membership, p95 of %d, s".formatted(BOUNDARIES),
                    boundaries(harbour, buyers)));
        }
        report.explain("purchase", """
            a pass bought in Nexudus by a customer who is linked, told by webhook, until the Salto user is in the access group.
            """);
        report.explain("boundary", "the clock reaches a quarter before a booking, until the same.");
    }

    private static List<Duration> boundaries(Harbour harbour, Buyers buyers) {
        List<Duration> taken = new ArrayList<>();
        for (String email : buyers.emails().subList(0, BOUNDARIES)) {
            Instant start = harbour.partners()
                    .clock()
                    .instant()
                    .plus(40, ChronoUnit.MINUTES)
                    .truncatedTo(ChronoUnit.MINUTES);
            harbour.partners()
                    .nexudus()
                    .book(
                            harbour.customer(email).value(),
                            harbour.partners().nexudus().room("Meeting Room 4"),
                            start,
                            start.plus(10, ChronoUnit.MINUTES));
            eventually("the booking known", () -> knows(harbour, email));
            long begun = System.nanoTime();
            harbour.partners().clock().moveTo(start.minus(Duration.ofMinutes(15)));
            taken.add(Buyers.since(begun, () -> harbour.isIn(email, ROOM_4)));
        }
        return taken;
    }

    private static boolean knows(Harbour harbour, String email) {
        return harbour.bean(Doorways.class).of(harbour.space(), harbour.customer(email)).stream()
                .anyMatch(door -> door.groupName().equals(ROOM_4));
    }

    private static Measure seconds(String id, String words, List<Duration> taken) {
        return Measure.atMost(5, id, words, Buyers.p95(taken), "median %.0f ms".formatted(Buyers.median(taken) * 1e3));
    }
}
