package app.latchkey.traps;

import static app.latchkey.product.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import app.latchkey.product.RunningProduct;
import app.latchkey.product.WithProduct;
import app.latchkey.shared.CustomerId;
import app.latchkey.sync.Harbour;
import app.latchkey.sync.House;
import app.latchkey.sync.Subject;
import app.latchkey.sync.Sync;
import java.time.Duration;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import sandbox.http.Fields;
import sandbox.nexudus.Nexudus;
import sandbox.world.PreparedWorld;

/** Whatever Nexudus calls us with, and whatever single records of its hold: we answer, and nobody loses what they have. */
@WithProduct(own = true)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MangledCallsIT {

    private static final String FLEX = "Flex members";
    private static final String OFFICE_12 = "Office 12";
    private static final Duration BETWEEN_TWO_LOOKS = Duration.ofSeconds(20);
    private static final int SEEDS = Integer.getInteger("mangled.calls", 200);
    private static final int LARGEST = 256 * 1024;

    private final RunningProduct product;
    private final Harbour harbour;
    private final Nexudus nexudus;

    MangledCallsIT(RunningProduct product) {
        this.product = product;
        harbour = new Harbour(product);
        nexudus = product.partners().nexudus();
    }

    @BeforeAll
    void begin() {
        harbour.begin();
        harbour.fullRun();
        nexudus.edit("Coworker", nexudus.customer(PreparedWorld.MARTA), Fields.of("Custom1", "Something"));
        eventually("a delivery", () -> !nexudus.deliveries().isEmpty() && nexudus.isQuiet());
    }

    private MangledCalls calls() {
        House decided = House.decidedByNexudus(product, PreparedWorld.HARBOUR_NORTH);
        return new MangledCalls(product, nexudus.deliveries(), decided.space());
    }

    @Test
    void answersWhateverItIsCalledWith() {
        MangledCalls calls = calls();
        assertThat(LongStream.range(0, SEEDS).boxed().flatMap(seed -> calls.call(seed).stream()))
                .isEmpty();
    }

    @Test
    void refusesWhatIsTooLargeOrTooDeep() {
        MangledCalls calls = calls();
        String hook = nexudus.deliveries().getLast().url();
        byte[] large = MangledCalls.bytes("\"" + "x".repeat(LARGEST) + "\"");
        byte[] deep = MangledCalls.bytes("[".repeat(65) + "]".repeat(65));
        assertThat(calls.hook(hook, large)).isEqualTo(413);
        assertThat(calls.push(large)).isEqualTo(413);
        assertThat(calls.hook(hook, deep)).isEqualTo(400);
        assertThat(calls.push(deep)).isEqualTo(400);
    }

    @Test
    void takesNothingFromSomebodyWhosePurchasesMakeNoSenseSuddenlyAndServesTheOthers() {
        assertThat(harbour.isIn(PreparedWorld.BENGT, OFFICE_12)).isTrue();
        nexudus.boughtPasses()
                .forEach(pass -> nexudus.edit("CoworkerTimePass", pass.id(), Fields.of("ExpireDate", "Never")));
        nexudus.contracts()
                .forEach(contract -> nexudus.edit("CoworkerContract", contract.id(), Fields.of("Active", "Dormant")));
        long aisha = nexudus.customer(PreparedWorld.AISHA);
        nexudus.buyPass(aisha, nexudus.pass("Flex pass"));
        for (int look = 0; look < 3; look++) {
            harbour.fullRun();
            product.partners().clock().advance(BETWEEN_TWO_LOOKS);
            again(PreparedWorld.MARTA);
            again(PreparedWorld.BENGT);
        }
        eventually("the other", () -> harbour.isIn(PreparedWorld.AISHA, FLEX));
        harbour.fullRun();
        assertThat(harbour.isIn(PreparedWorld.MARTA, FLEX)).isTrue();
        assertThat(harbour.isIn(PreparedWorld.BENGT, OFFICE_12)).isTrue();
        assertThat(product.partners()
                        .salto()
                        .calls()
                        .writes()
                        .method("DELETE")
                        .to("/access_groups/.*/users")
                        .count())
                .isZero();
    }

    /** A reading of this customer alone. */
    private void again(String email) {
        CustomerId customer = harbour.customer(email);
        product.bean(Sync.class).again(harbour.space(), Subject.customer(customer), "test");
    }
}
