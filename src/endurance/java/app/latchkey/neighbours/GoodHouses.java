package app.latchkey.neighbours;

import app.latchkey.product.RunningProduct;
import app.latchkey.sync.House;
import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import sandbox.http.Fault;

/** Houses with nothing wrong, at which people buy; each call of theirs to a partner takes a while, as real ones do. */
final class GoodHouses {

    static final Duration LATENCY = Duration.ofMillis(50);

    /** As many as may be let in at one house within an hour before somebody is asked. */
    private static final int MOST_PURCHASES = 48;

    private static final int AT_ONCE = 6;

    private final Map<House, Iterator<String>> buyers = new LinkedHashMap<>();
    private final RunningProduct product;

    /** The first {@code number} houses of the product's terrace. */
    GoodHouses(RunningProduct product, int number) {
        this.product = product;
        moveIn(product, 1, number)
                .forEach(house ->
                        buyers.put(house, house.people("guest", MOST_PURCHASES).iterator()));
        buyers.keySet().forEach(House::fullRun);
        takeTheirTime();
    }

    /** Connected and begun, from {@code first} to {@code last}. */
    static List<House> moveIn(RunningProduct product, int first, int last) {
        try (ExecutorService movers = Executors.newFixedThreadPool(AT_ONCE)) {
            List<CompletableFuture<House>> moving = IntStream.rangeClosed(first, last)
                    .mapToObj(number -> CompletableFuture.supplyAsync(() -> moveIn(product, number), movers))
                    .toList();
            return moving.stream().map(CompletableFuture::join).toList();
        }
    }

    private static House moveIn(RunningProduct product, int number) {
        House house = House.ofTerrace(product, number);
        house.begin();
        return house;
    }

    /** After a partner's faults were cleared. */
    void takeTheirTime() {
        Fault slow = Fault.delay(LATENCY).always();
        String sites = buyers.keySet().stream().map(House::site).collect(Collectors.joining("|"));
        product.partners().salto().fail("/sites/(" + sites + ")", slow);
        product.partners().nexudus().fail("", slow);
    }

    /** Somebody buys at each of them, {@code rounds} times. */
    Purchases buy(int rounds) {
        return Purchases.at(buyers, rounds);
    }
}
