package app.latchkey.packaged;

import app.latchkey.LatchkeyApplication;
import app.latchkey.salto.SaltoKs;
import app.latchkey.shared.SpaceId;
import app.latchkey.sync.work.Drainer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Scanner;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContext;

/** A node of the product that asks Salto for a space's groups from many threads at once, for each space that is typed. */
final class AskingNode {

    static final int THREADS = 50;
    private static final String ANSWERED = "Salto answered %d of " + THREADS + " threads, round %d%n";

    private AskingNode() {}

    static void main(String[] args) {
        ApplicationContext product = SpringApplication.run(LatchkeyApplication.class, args);
        SaltoKs salto = product.getBean(SaltoKs.class);
        System.out.println(named(product.getBean(Drainer.class).node()));
        Scanner typed = new Scanner(System.in, StandardCharsets.UTF_8);
        for (int round = 1; typed.hasNextLine(); round++) {
            SpaceId space = SpaceId.of(typed.nextLine());
            System.out.printf(ANSWERED, answers(salto, space), round);
        }
    }

    /** What is printed first: the name by which leases know this node. */
    static String named(String holder) {
        return "This node is " + holder;
    }

    /** What is printed when all of a round were answered. */
    static String allAnswered(int round) {
        return ANSWERED.formatted(THREADS, round).strip();
    }

    private static long answers(SaltoKs salto, SpaceId space) {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<? extends Future<?>> asked = IntStream.range(0, THREADS)
                    .mapToObj(_ -> threads.submit(() -> salto.groupIds(space)))
                    .toList();
            threads.close();
            return asked.stream()
                    .filter(one -> one.state() == Future.State.SUCCESS)
                    .count();
        }
    }
}
