package app.latchkey.packaged;

import static app.latchkey.product.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import app.latchkey.product.RunningProduct;
import app.latchkey.sync.Harbour;
import java.net.URI;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import sandbox.http.Call;
import sandbox.http.Calls;
import sandbox.http.Fault;
import sandbox.partners.Partners;
import sandbox.world.PreparedWorld;

/** A power cut in the middle of a run, to a process of its own: the next one goes on, by what the partners have on record. */
class KilledInARunIT {

    private static final String FLEX = "Flex members";
    private static final int BUYERS = 20;

    @Test
    void goesOnWhereItWasKilledWithNothingDoubledOrLost() throws Exception {
        RunningProduct product = RunningProduct.start();
        try (Partners partners = product.partners()) {
            Harbour harbour = new Harbour(product);
            harbour.begin();
            harbour.fullRun();
            URI url = URI.create(product.at(""));
            product.context().close();
            List<String> buyers = buyers(partners);
            makeDue(product, harbour);
            Deployment deployment = new Deployment(partners, product.database().jdbcUrl(), url);
            partners.resetJournal();
            partners.salto().fail("/users", Fault.delay(Duration.ofMillis(150)).always());
            killAmidWrites(deployment);
            long in = buyers.stream().filter(one -> harbour.isIn(one, FLEX)).count();
            assertThat(in).as("killed in the middle").isLessThan(BUYERS);
            partners.salto().clearFaults();
            try (JarProcess again = deployment.start()) {
                eventually("all in", () -> buyers.stream().allMatch(one -> harbour.isIn(one, FLEX)));
                assertThat(again.output()).doesNotContain(" ERROR ");
            }
            Calls writes = saltoWrites(partners);
            assertThat(doubled(writes)).isEmpty();
            assertThat(writes.method("DELETE").all()).isEmpty();
            assertThat(harbour.isIn(PreparedWorld.DULCE, "Office 12")).isTrue();
        }
    }

    private static void killAmidWrites(Deployment deployment) throws Exception {
        try (JarProcess jar = deployment.start()) {
            eventually("some writes", () -> saltoWrites(deployment.partners()).count() >= 9);
            jar.kill();
        }
    }

    /** Everybody buys while the product is away, so that no webhook tells of it. */
    private static List<String> buyers(Partners partners) {
        long location = partners.nexudus().location(PreparedWorld.HARBOUR_HOUSE);
        long pass = partners.nexudus().pass("Flex pass");
        List<String> buyers = IntStream.range(0, BUYERS)
                .mapToObj(number -> "buyer" + number + "@killed.example")
                .toList();
        buyers.forEach(email ->
                partners.nexudus().buyPass(partners.nexudus().addCustomer(location, "Buyer " + email, email), pass));
        return buyers;
    }

    private static void makeDue(RunningProduct product, Harbour harbour) {
        product.database()
                .scopes()
                .inSpace(
                        harbour.space(),
                        () -> product.database()
                                .jdbc()
                                .sql("""
                                    insert into due_work (space_id, subject, due_at, since) values (:space, 'space', :now, :now)
                                    on conflict (space_id, subject) do update set due_at = excluded.due_at, not_before = null, version = due_work.version + 1
                                    """)
                                .param("space", harbour.space().value())
                                .param(
                                        "now",
                                        Timestamp.from(
                                                product.partners().clock().instant()))
                                .update());
    }

    private static Calls saltoWrites(Partners partners) {
        return partners.salto().calls().writes().where(call -> call.status() >= 200 && call.status() < 300);
    }

    /** What a partner was told twice, and did twice. */
    private static List<String> doubled(Calls writes) {
        return writes.all().stream()
                .collect(Collectors.groupingBy(KilledInARunIT::deed, Collectors.counting()))
                .entrySet()
                .stream()
                .filter(deed -> deed.getValue() > 1)
                .map(Map.Entry::getKey)
                .toList();
    }

    private static String deed(Call call) {
        return call.method() + " " + call.path() + " " + call.body();
    }
}
