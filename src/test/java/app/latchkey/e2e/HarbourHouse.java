package app.latchkey.e2e;

import app.latchkey.product.RunningProduct;
import app.latchkey.space.Scopes;
import app.latchkey.space.Space;
import app.latchkey.space.Spaces;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import sandbox.partners.Partners;
import sandbox.world.PreparedWorld;

/** Harbour House, set up through the wizard by the first test that asks; what people buy and book there, as the sandbox's console does it. */
final class HarbourHouse {

    static final String PAGES = "/spaces/harbour-house";

    private final RunningProduct product;
    private final Partners partners;

    private HarbourHouse(RunningProduct product) {
        this.product = product;
        this.partners = product.partners();
    }

    static HarbourHouse setUp(RunningProduct product, Browsers browsers) {
        Operator ana = new Operator(browsers.atADesk());
        ana.signIn();
        ana.createSpace(PreparedWorld.HARBOUR_HOUSE);
        ana.connectSalto(PreparedWorld.HARBOUR_HOUSE);
        ana.connectNexudus(PreparedWorld.HARBOUR_HOUSE);
        ana.continueWithMatches();
        ana.start("Full: we let people in", "Start full sync");
        ana.at().reads("Pause changes");
        return new HarbourHouse(product);
    }

    Partners partners() {
        return partners;
    }

    /** The space as it stands now. */
    Space space() {
        return product.bean(Scopes.class)
                .inSystem(
                        () -> product.bean(Spaces.class).bySlug("harbour-house").orElseThrow());
    }

    long buys(String email, String pass) {
        return partners.nexudus().buyPass(customer(email), partners.nexudus().pass(pass));
    }

    /** Books from the full minute {@code in} from now; answers that minute. */
    Instant books(String email, String room, Duration in, Duration length) {
        Instant from = partners.clock().instant().plus(in).truncatedTo(ChronoUnit.MINUTES);
        partners.nexudus().book(customer(email), partners.nexudus().room(room), from, from.plus(length));
        return from;
    }

    long signs(String email, String office) {
        return partners.nexudus()
                .signContract(
                        customer(email),
                        List.of(partners.nexudus().desk(office)),
                        partners.clock().instant().minus(Duration.ofDays(1)));
    }

    /** Whether the person is in the group at Salto. */
    boolean holds(String group, String email) {
        String site = partners.salto().site(PreparedWorld.HARBOUR_HOUSE);
        return partners.salto().user(site, email).isPresent()
                && partners.salto().isMember(email, partners.salto().group(site, group));
    }

    /** Somebody takes the person out in Salto. */
    void takesOutByHand(String group, String email) {
        String site = partners.salto().site(PreparedWorld.HARBOUR_HOUSE);
        partners.salto().removeByHand(email, partners.salto().group(site, group));
    }

    long customer(String email) {
        return partners.nexudus().customer(email);
    }
}
