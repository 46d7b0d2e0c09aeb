package app.latchkey.traps;

import static app.latchkey.product.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import app.latchkey.product.Machine;
import app.latchkey.product.RunningProduct;
import app.latchkey.product.WithProduct;
import app.latchkey.sync.Harbour;
import app.latchkey.sync.House;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import org.junit.jupiter.api.Test;
import sandbox.http.Fields;
import sandbox.nexudus.Nexudus;
import sandbox.world.PreparedWorld;

/** As much mangled JSON as comes by in some minutes, with seeds that the everyday tests do not try. */
@WithProduct(own = true)
class MangledEndurance {

    private static final Duration EACH = Duration.ofMinutes(Integer.getInteger("endurance.mangled.minutes", 10));
    private static final long FIRST = Long.getLong("endurance.first", 1_000_000);
    private static final Path FOLDER = Path.of("target", "endurance");

    @Test
    void comesThroughWhateverAPartnerAnswers() throws IOException {
        try (MangledAnswers answers = new MangledAnswers()) {
            tries("answers of both partners", answers::read);
        }
    }

    @Test
    void answersWhateverItIsCalledWith(RunningProduct product) throws IOException {
        Harbour harbour = new Harbour(product);
        harbour.begin();
        Nexudus nexudus = product.partners().nexudus();
        nexudus.edit("Coworker", nexudus.customer(PreparedWorld.MARTA), Fields.of("Custom1", "Something"));
        eventually("a delivery", () -> !nexudus.deliveries().isEmpty() && nexudus.isQuiet());
        House decided = House.decidedByNexudus(product, PreparedWorld.HARBOUR_NORTH);
        MangledCalls calls = new MangledCalls(product, nexudus.deliveries(), decided.space());
        tries("webhooks and pushes", calls::call);
    }

    private static void tries(String what, LongFunction<Optional<String>> trial) throws IOException {
        List<String> faults = new ArrayList<>();
        long end = System.nanoTime() + EACH.toNanos();
        long seed = FIRST;
        while (System.nanoTime() < end) {
            trial.apply(seed++).ifPresent(faults::add);
        }
        Files.createDirectories(FOLDER);
        Files.writeString(FOLDER.resolve(what.replace(' ', '-') + ".md"), """
                # Mangled

                %s.

                | what | seeds | minutes | uncaught |
                |---|---|---|---|
                | %s | %d from %d | %d | %d |
                """.formatted(
                        Machine.describe(), what, seed - FIRST, FIRST, EACH.toMinutes(), faults.size()));
        assertThat(faults).isEmpty();
    }
}
