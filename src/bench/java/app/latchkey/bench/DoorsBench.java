package app.latchkey.bench;

import static app.latchkey.product.Eventually.eventually;

import app.latchkey.product.RunningProduct;
import app.latchkey.sync.Doorways;
import app.latchkey.sync.Harbour;
import app.latchkey.sync.RunRow;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import sandbox.partners.Partners;
import sandbox.world.PreparedWorld;

/** From what somebody buys to the group that opens the door. A target that is missed is reported, not thrown. */
class DoorsBench {

    private static final String FLEX = "Flex members";
    private static final String ROOM_4 = "Room 4 - 2nd floor";
    private static final int PURCHASES = 20;
    private static final int BOUNDARIES = 10;
    private static final Duration LONGEST = Duration.ofSeconds(75);

    private final Report report = new Report();

    @Test
    void fromPurchaseToDoor() throws IOException {
        try (RunningProduct product = RunningProduct.start()) {
            Harbour harbour = new Harbour(product);
            List<String> people = people(harbour.partners());
            harbour.begin();
            harbour.fullRun();
            report.add(seconds("purchase", "purchase to group membership, p95 of 20, s", purchases(harbour, people)));
            report.add(
                    seconds("boundary", "start of a booking to group membership, p95 of 10, s", boundaries(harbour)));
            emptyReconcile(harbour);
        }
        report.write();
    }

    /** Customers whom Salto knows by the same address, so that they are linked. */
    private static List<String> people(Partners partners) {
        List<String> people = new ArrayList<>();
        for (int number = 0; number < PURCHASES; number++) {
            String email = "buyer" + number + "@bench.example";
            partners.nexudus()
                    .addCustomer(partners.nexudus().location(PreparedWorld.HARBOUR_HOUSE), "Buyer " + number, email);
            partners.salto()
                    .addUserByHand(partners.salto().site(PreparedWorld.HARBOUR_HOUSE), "Buyer", "No " + number, email);
            people.add(email);
        }
        return people;
    }

    private static List<Duration> purchases(Harbour harbour, List<String> people) {
        long pass = harbour.partners().nexudus().pass("Flex pass");
        return people.stream()
                .map(email -> {
                    long begun = System.nanoTime();
                    harbour.partners().nexudus().buyPass(harbour.customer(email).value(), pass);
                    return since(begun, () -> harbour.isIn(email, FLEX));
                })
                .toList();
    }

    private static List<Duration> boundaries(Harbour harbour) {
        List<Duration> taken = new ArrayList<>();
        for (int number = 0; number < BOUNDARIES; number++) {
            Instant start = harbour.partners()
                    .clock()
                    .instant()
                    .plus(40, ChronoUnit.MINUTES)
                    .truncatedTo(ChronoUnit.MINUTES);
            String email = "buyer" + number + "@bench.example";
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
            taken.add(since(begun, () -> harbour.isIn(email, ROOM_4)));
        }
        return taken;
    }

    private static boolean knows(Harbour harbour, String email) {
        return harbour.bean(Doorways.class).of(harbour.space(), harbour.customer(email)).stream()
                .anyMatch(door -> door.groupName().equals(ROOM_4));
    }

    private void emptyReconcile(Harbour harbour) {
        harbour.fullRun();
        harbour.partners().resetJournal();
        RunRow second = harbour.fullRun();
        int writes = harbour.partners().salto().calls().writes().count();
        report.add(new Measure("P2", "writes to Salto of a run without news", writes, 0, "none"));
        if (second.changedSomething()) {
            throw new AssertionError("A run without news changed something: " + second);
        }
    }

    private static Duration since(long begun, BooleanSupplier done) {
        while (!done.getAsBoolean()) {
            if (System.nanoTime() - begun > LONGEST.toNanos()) {
                return LONGEST;
            }
            LockSupport.parkNanos(10_000_000L);
        }
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    private static Measure seconds(String id, String words, List<Duration> taken) {
        List<Duration> sorted = taken.stream().sorted().toList();
        Duration p95 = sorted.get((int) Math.ceil(sorted.size() * 0.95) - 1);
        Duration median = sorted.get(sorted.size() / 2);
        return new Measure(id, words, p95.toMillis() / 1e3, 5, "median " + median.toMillis() + " ms");
    }
}
