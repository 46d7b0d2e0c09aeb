package app.latchkey.packaged;

import app.latchkey.product.RunningProduct;
import app.latchkey.space.RailSettings;
import app.latchkey.space.Scopes;
import app.latchkey.space.SpaceRules;
import app.latchkey.space.Spaces;
import app.latchkey.sync.Harbour;
import app.latchkey.sync.Leaving.Outcome;
import java.net.URI;
import java.sql.Timestamp;
import java.util.List;
import java.util.stream.IntStream;
import sandbox.partners.Partners;
import sandbox.world.PreparedWorld;

/**
 * Harbour House, set up and in full mode, and left by the process that did it: what processes of the jar then find in the database and at the
 * partners.
 */
final class HarbourAtRest implements AutoCloseable {

    static final String FLEX = "Flex members";

    private static final int MANY = 10_000;

    private final RunningProduct product;
    private final Harbour harbour;
    private final URI url;

    private HarbourAtRest(RunningProduct product, Harbour harbour) {
        this.product = product;
        this.harbour = harbour;
        this.url = URI.create(product.at(""));
    }

    static HarbourAtRest setUp() {
        return setUp(SpaceRules.defaults());
    }

    /** Here more may come and go within an hour than would pass without a yes elsewhere. */
    static HarbourAtRest setUpForManyChanges() {
        return setUp(SpaceRules.defaults().railedBy(new RailSettings(MANY, 100, 100, MANY, MANY, MANY, 100)));
    }

    private static HarbourAtRest setUp(SpaceRules rules) {
        RunningProduct product = RunningProduct.start();
        Harbour harbour = new Harbour(product);
        harbour.begin();
        harbour.bean(Scopes.class)
                .inSpace(harbour.space(), () -> harbour.bean(Spaces.class).rules(harbour.space(), rules));
        harbour.fullRun();
        product.context().close();
        product.partners().resetJournal();
        return new HarbourAtRest(product, harbour);
    }

    Deployment deployment() {
        return new Deployment(partners(), product.database().jdbcUrl(), url);
    }

    Partners partners() {
        return product.partners();
    }

    Harbour harbour() {
        return harbour;
    }

    /** New customers, each with a pass bought now; {@code name} tells them from others. Answers their addresses. */
    List<String> buyers(String name, int number) {
        long location = partners().nexudus().location(PreparedWorld.HARBOUR_HOUSE);
        long pass = partners().nexudus().pass("Flex pass");
        List<String> buyers = IntStream.range(0, number)
                .mapToObj(one -> name + one + "@buyers.example")
                .toList();
        buyers.forEach(email -> partners()
                .nexudus()
                .buyPass(partners().nexudus().addCustomer(location, "Buyer " + email, email), pass));
        return buyers;
    }

    long countIn(List<String> buyers) {
        return buyers.stream().filter(one -> harbour.isIn(one, FLEX)).count();
    }

    boolean allIn(List<String> buyers) {
        return countIn(buyers) == buyers.size();
    }

    /** The whole space is due now, whatever it waited for. */
    void makeDue() {
        product.database().scopes().inSpace(harbour.space(), this::insist);
    }

    private void insist() {
        product.database()
                .jdbc()
                .sql("""
                    insert into due_work (space_id, subject, due_at, since) values (:space, 'space', :now, :now)
                    on conflict (space_id, subject) do update set due_at = excluded.due_at, not_before = null, version = due_work.version + 1
                    """)
                .param("space", harbour.space().value())
                .param("now", Timestamp.from(partners().clock().instant()))
                .update();
    }

    /** Whether nothing of the space is due any more. */
    boolean isServed() {
        return harbour.isServed();
    }

    /** An operator decides that the space leaves and that everybody is taken out; no process is there to do it. */
    void leave() {
        Timestamp now = Timestamp.from(partners().clock().instant());
        product.database().scopes().inSpace(harbour.space(), () -> {
            product.database()
                    .jdbc()
                    .sql(
                            "insert into leaving (number, way, due_at, begun_at, state) values (1, 'RELEASE', :now, :now, 'WAITING')")
                    .param("now", now)
                    .update();
            product.database()
                    .jdbc()
                    .sql("insert into due_work (subject, due_at, since) values ('leaving', :now, :now)")
                    .param("now", now)
                    .update();
        });
    }

    int ours() {
        return inSpace("select count(*) from ledger where ownership in ('OURS', 'ADOPTED')", Integer.class)
                .getFirst();
    }

    boolean hasLeft() {
        return inSpace("select state = 'DONE' from leaving", Boolean.class).contains(true);
    }

    List<Outcome> receipt() {
        return inSpace("select outcome from leaving_line", String.class).stream()
                .map(Outcome::valueOf)
                .toList();
    }

    boolean saltoNeedsASignIn() {
        return inSpace("select state = 'NEEDS_SIGN_IN' from connection where partner = 'SALTO'", Boolean.class)
                .contains(true);
    }

    private <T> List<T> inSpace(String sql, Class<T> type) {
        return product.database()
                .scopes()
                .inSpace(
                        harbour.space(),
                        () -> product.database().jdbc().sql(sql).query(type).list());
    }

    /** The node that serves the space, or did so last. */
    String leaseHolder() {
        return product.database()
                .scopes()
                .inSystem(() -> product.database()
                        .jdbc()
                        .sql("select holder from space_lease where space_id = :space")
                        .param("space", harbour.space().value())
                        .query(String.class)
                        .single());
    }

    @Override
    public void close() {
        product.close();
    }
}
