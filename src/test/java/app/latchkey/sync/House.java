package app.latchkey.sync;

import static app.latchkey.product.Eventually.eventually;

import app.latchkey.matching.Matching;
import app.latchkey.nexudus.Nexudus;
import app.latchkey.product.RunningProduct;
import app.latchkey.salto.SaltoConnected;
import app.latchkey.shared.AccessGroupId;
import app.latchkey.shared.AccountId;
import app.latchkey.shared.CustomerId;
import app.latchkey.shared.EmailAddress;
import app.latchkey.shared.ItemId;
import app.latchkey.shared.LocationId;
import app.latchkey.shared.Secret;
import app.latchkey.shared.SpaceId;
import app.latchkey.space.Decider;
import app.latchkey.space.Mode;
import app.latchkey.space.Scopes;
import app.latchkey.space.Spaces;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import sandbox.partners.Partners;
import sandbox.world.PreparedWorld;
import sandbox.world.Terrace;

/** A house that both partners know by one name, connected as a space of its own in a running product. */
public final class House {

    private final AccountId operator = new AccountId(UUID.randomUUID());
    private final RunningProduct product;
    private final String name;
    private final String site;
    private final SpaceId space;

    private House(RunningProduct product, String name) {
        this.product = product;
        this.name = name;
        site = partners().salto().site(name);
        Spaces spaces = bean(Spaces.class);
        space = bean(Scopes.class)
                .inSystem(
                        () -> spaces.create(operator, new EmailAddress(PreparedWorld.ANA), name, PreparedWorld.LISBON));
    }

    /** Connected to both partners, with nothing matched yet. */
    static House named(RunningProduct product, String name) {
        return connected(product, name, PreparedWorld.INTEGRATION);
    }

    private static House connected(RunningProduct product, String name, String user) {
        House house = new House(product, name);
        SaltoConnected.to(name, product.context(), house.partners(), house.space, house.operator);
        Nexudus nexudus = house.bean(Nexudus.class);
        nexudus.connect(house.space, user, Secret.of(PreparedWorld.PASSWORD), Optional.empty());
        nexudus.choose(house.space, new LocationId(house.location()));
        nexudus.ensureWebhooks(house.space);
        return house;
    }

    /** Connected to Salto alone: Nexudus decides who may open what, and calls us. */
    public static House decidedByNexudus(RunningProduct product, String name) {
        House house = new House(product, name);
        SaltoConnected.to(name, product.context(), house.partners(), house.space, house.operator);
        house.bean(Scopes.class)
                .inSpace(house.space, () -> house.bean(Spaces.class).decider(house.space, Decider.NEXUDUS));
        return house;
    }

    /** One of a {@link Terrace}, matched. */
    public static House ofTerrace(RunningProduct product, int number) {
        House house = connected(product, Terrace.house(number), Terrace.integration(number));
        house.match(Map.of(
                ItemId.pass(product.partners().nexudus().pass(Terrace.pass(number))),
                Set.of(house.group(Terrace.MEMBERS)),
                ItemId.resource(product.partners().nexudus().room(Terrace.room(number))),
                Set.of(house.group(Terrace.ROOM))));
        return house;
    }

    void match(Map<ItemId, Set<AccessGroupId>> matches) {
        bean(Matching.class).publish(space, matches, operator);
    }

    /** What both partners and the space call it. */
    public String name() {
        return name;
    }

    /** Its Salto site. */
    public String site() {
        return site;
    }

    AccountId operator() {
        return operator;
    }

    public SpaceId space() {
        return space;
    }

    public Partners partners() {
        return product.partners();
    }

    public <T> T bean(Class<T> type) {
        return product.bean(type);
    }

    private long location() {
        return partners().nexudus().location(name);
    }

    public AccessGroupId group(String called) {
        return AccessGroupId.of(partners().salto().group(site, called));
    }

    /** As if so many webhooks had told of them at this moment. */
    public void dueNow(List<Long> customers) {
        product.database()
                .scopes()
                .inSpace(
                        space,
                        () -> product.database()
                                .jdbc()
                                .sql("""
                        insert into due_work (subject, due_at, causes, since)
                        select 'customer:' || id, :now, array['told'], :now from unnest(:ids::bigint[]) as id
                        on conflict (space_id, subject) do nothing
                        """)
                                .param("ids", customers.toArray(Long[]::new))
                                .param("now", partners().clock().instant().atOffset(ZoneOffset.UTC))
                                .update());
    }

    /** Whether the customer is due now or later, for this cause among others. */
    boolean isDue(CustomerId customer, String cause) {
        return product.database()
                .scopes()
                .inSpace(
                        space,
                        () -> product.database()
                                .jdbc()
                                .sql(
                                        "select exists (select from due_work where subject = :subject and :cause = any (causes))")
                                .param("subject", Subject.customer(customer).key())
                                .param("cause", cause)
                                .query(Boolean.class)
                                .single());
    }

    /** Whether nothing is due: what was due before is done, and noted. */
    public boolean isServed() {
        return product.database()
                .scopes()
                .inSpace(
                        space,
                        () -> product.database()
                                .jdbc()
                                .sql("select not exists (select from due_work where due_at <= :now)")
                                .param("now", partners().clock().instant().atOffset(ZoneOffset.UTC))
                                .query(Boolean.class)
                                .single());
    }

    /** Customers whom Salto knows by the same addresses, so that they are linked; {@code called} tells them from others. */
    public List<String> people(String called, int number) {
        List<String> emails = emails(called, number);
        emails.forEach(email -> {
            partners().nexudus().addCustomer(location(), "Neighbour " + email, email);
            partners().salto().addUserByHand(site, "Neighbour", email, email);
        });
        return emails;
    }

    /** As {@link #people}, each with this pass, and in its group by hand already. */
    public List<String> residents(String called, int number, long pass, String group) {
        List<String> emails = emails(called, number);
        String id = group(group).toString();
        emails.forEach(email -> {
            long customer = partners().nexudus().addCustomer(location(), "Resident " + email, email);
            partners().nexudus().buyPass(customer, pass);
            partners().salto().addByHand(partners().salto().addUserByHand(site, "Resident", email, email), id);
        });
        return emails;
    }

    private List<String> emails(String called, int number) {
        String domain = name.toLowerCase(Locale.ROOT).replace(' ', '-') + ".example";
        return IntStream.range(0, number)
                .mapToObj(one -> called + one + "@" + domain)
                .toList();
    }

    CustomerId customer(String email) {
        return new CustomerId(partners().nexudus().customer(email));
    }

    /** The customer buys the first pass of this house. */
    public void buysAPass(String email) {
        long pass = partners().nexudus().passes().stream()
                .filter(one -> one.detail().equals(name))
                .findFirst()
                .orElseThrow()
                .id();
        partners().nexudus().buyPass(partners().nexudus().customer(email), pass);
    }

    public boolean isIn(String email, String group) {
        return partners().salto().user(site, email).isPresent()
                && partners().salto().isMember(email, partners().salto().group(site, group));
    }

    /** Previews the space and begins in full mode; who is in and entitled becomes ours. */
    public void begin() {
        Sync sync = bean(Sync.class);
        sync.startReview(space);
        eventually("the review", () -> sync.review(space).state() == ReviewState.READY);
        sync.activate(space, ReviewAnswer.of(Mode.FULL, true, sync.review(space).fingerprint()));
    }

    /** Runs the whole space now and waits for the run's end. */
    public RunRow fullRun() {
        long before = lastFull().map(RunRow::number).orElse(0L);
        bean(Sync.class).again(space, Subject.wholeSpace(), "test");
        eventually(
                "a full run",
                () -> lastFull()
                        .filter(run -> run.number() > before && run.outcome() != RunOutcome.RUNNING)
                        .isPresent());
        return lastFull().orElseThrow();
    }

    /** Whether a run of the whole space is under way now. */
    public boolean isBeingReadWhole() {
        return lastFull().filter(run -> run.outcome() == RunOutcome.RUNNING).isPresent();
    }

    Optional<RunRow> lastFull() {
        return bean(Runs.class).runs(space, false, 0, 500).stream()
                .filter(run -> run.kind() == RunKind.FULL)
                .findFirst();
    }
}
