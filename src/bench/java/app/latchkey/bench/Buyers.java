package app.latchkey.bench;

import app.latchkey.sync.Harbour;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import sandbox.partners.Partners;
import sandbox.world.PreparedWorld;

/** Customers of Harbour House whom Salto knows by the same address, so that they are linked. */
record Buyers(List<String> emails) {

    static final String FLEX = "Flex members";
    static final Duration LONGEST = Duration.ofSeconds(75);

    /** @param name tells them from others */
    static Buyers at(Partners partners, String name, int number) {
        List<String> emails = IntStream.range(0, number)
                .mapToObj(one -> name + one + "@bench.example")
                .toList();
        emails.forEach(email -> add(partners, email));
        return new Buyers(emails);
    }

    private static void add(Partners partners, String email) {
        partners.nexudus()
                .addCustomer(partners.nexudus().location(PreparedWorld.HARBOUR_HOUSE), "Buyer " + email, email);
        partners.salto().addUserByHand(partners.salto().site(PreparedWorld.HARBOUR_HOUSE), "Buyer", email, email);
    }

    /** One after the other: how long each has to wait for the door. */
    List<Duration> buy(Harbour harbour) {
        return emails.stream().map(email -> buy(harbour, email)).toList();
    }

    static Duration buy(Harbour harbour, String email) {
        long begun = System.nanoTime();
        harbour.partners()
                .nexudus()
                .buyPass(
                        harbour.customer(email).value(),
                        harbour.partners().nexudus().pass("Flex pass"));
        return since(begun, () -> harbour.isIn(email, FLEX));
    }

    static Duration since(long begun, BooleanSupplier done) {
        return since(begun, LONGEST, done);
    }

    static Duration since(long begun, Duration longest, BooleanSupplier done) {
        while (!done.getAsBoolean()) {
            if (System.nanoTime() - begun > longest.toNanos()) {
                return longest;
            }
            LockSupport.parkNanos(10_000_000L);
        }
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    /** In seconds; the whole part of a twentieth may have waited longer. */
    static double p95(List<Duration> taken) {
        List<Duration> sorted = taken.stream().sorted().toList();
        return sorted.get((int) Math.ceil(sorted.size() * 0.95) - 1).toMillis() / 1e3;
    }

    static double median(List<Duration> taken) {
        return Pairs.median(
                taken.stream().mapToDouble(each -> each.toMillis() / 1e3).toArray());
    }
}
