package app.latchkey.neighbours;

import app.latchkey.product.RunningProduct;
import app.latchkey.sync.House;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import sandbox.http.Fault;

/** In which way every run of a space fails. */
enum Nuisance {
    UNREADABLE("Salto's answers are no JSON", fault(Fault.garbage())),
    ERRORS("Salto answers with errors", fault(Fault.status(500))),
    CUT_OFF("Salto ends the connection", fault(Fault.reset())),
    /** Longer than anybody waits for an answer. */
    SILENT("Salto never answers", fault(Fault.delay(Duration.ofSeconds(12)))),
    THROTTLED("Salto has no time for hours", fault(Fault.status(429).retryAfter(3_600))),
    HUGE("Salto's answers are larger than anybody reads", Nuisance::isHuge),
    ENDLESS("Salto's lists lead back to themselves", Nuisance::goesInCircles),
    BREAKS("our own code breaks", Nuisance::spoil);

    private final String words;
    private final Doing doing;

    /** What befalls a house and those who will buy there. */
    private interface Doing {
        void befall(RunningProduct product, House house, List<String> buyers);
    }

    Nuisance(String words, Doing doing) {
        this.words = words;
        this.doing = doing;
    }

    String words() {
        return words;
    }

    void befall(RunningProduct product, House house, List<String> buyers) {
        doing.befall(product, house, buyers);
    }

    private static Doing fault(Fault fault) {
        return (product, house, _) -> fail(product, house, fault);
    }

    private static void fail(RunningProduct product, House house, Fault fault) {
        product.partners().salto().fail("/sites/" + house.site(), fault.always());
    }

    private static void isHuge(RunningProduct product, House house, List<String> buyers) {
        byte[] blanks = new byte[17 * 1024 * 1024];
        Arrays.fill(blanks, (byte) ' ');
        fail(product, house, Fault.rewritten(answer -> answer.withContent(blanks)));
    }

    private static void goesInCircles(RunningProduct product, House house, List<String> buyers) {
        byte[] page = "{\"items\":[],\"next_page_link\":\"/v1.2/sites/%s/users?$skip=100\"}"
                .formatted(house.site())
                .getBytes(StandardCharsets.UTF_8);
        fail(product, house, Fault.rewritten(answer -> answer.withContent(page)));
    }

    /** Records of all of them that no version understands. */
    private static void spoil(RunningProduct product, House house, List<String> buyers) {
        Long[] customers =
                buyers.stream().map(product.partners().nexudus()::customer).toArray(Long[]::new);
        product.database()
                .scopes()
                .inSpace(
                        house.space(),
                        () -> product.database()
                                .jdbc()
                                .sql("""
                    insert into entitlement (customer_id, group_id, during, because)
                    select customer, gen_random_uuid(), tstzrange(now(), null), '{"is": "nonsense"}'
                    from unnest(:customers::bigint[]) as customer
                    """)
                                .param("customers", customers)
                                .update());
    }
}
