package stranger;

import static app.latchkey.product.Eventually.eventually;

import app.latchkey.matching.Matching;
import app.latchkey.nexudus.AcsAddress;
import app.latchkey.nexudus.AcsSecrets;
import app.latchkey.nexudus.CustomAcs;
import app.latchkey.nexudus.Nexudus;
import app.latchkey.product.RunningProduct;
import app.latchkey.salto.SaltoKs;
import app.latchkey.shared.AccessGroupId;
import app.latchkey.shared.AccountId;
import app.latchkey.shared.CustomerId;
import app.latchkey.shared.EmailAddress;
import app.latchkey.shared.ItemId;
import app.latchkey.shared.LocationId;
import app.latchkey.shared.LockId;
import app.latchkey.shared.Secret;
import app.latchkey.shared.SiteId;
import app.latchkey.shared.SpaceId;
import app.latchkey.space.Decider;
import app.latchkey.space.LatchkeySettings;
import app.latchkey.space.Mode;
import app.latchkey.space.Scopes;
import app.latchkey.space.Spaces;
import app.latchkey.sync.DoorLog;
import app.latchkey.sync.ReviewAnswer;
import app.latchkey.sync.ReviewState;
import app.latchkey.sync.RunRow;
import app.latchkey.sync.Runs;
import app.latchkey.sync.Subject;
import app.latchkey.sync.Sync;
import java.net.URI;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** A space of a running product whose partners are strange. */
final class StrangeSpace {

    /** The group that the day pass earns. */
    static final int OF_THE_DAY_PASS = 0;

    private final RunningProduct product;
    private final StrangeSite site;
    private final AccountId operator = new AccountId(UUID.randomUUID());
    private final SpaceId id;

    private StrangeSpace(RunningProduct product, StrangeSite site, String name) {
        this.product = product;
        this.site = site;
        id = product.bean(Scopes.class)
                .inSystem(() -> product.bean(Spaces.class)
                        .create(
                                operator,
                                new EmailAddress("operator@strange.example"),
                                name,
                                ZoneId.of("Asia/Kathmandu")));
        SaltoKs salto = product.bean(SaltoKs.class);
        salto.signIn(id, StrangeTokens.LOGIN, Secret.of(StrangeTokens.PASSWORD));
        salto.choose(id, SiteId.of(site.id()));
    }

    /** Reads what people buy; the day pass earns one group. */
    static StrangeSpace matched(RunningProduct product, StrangeSite site) {
        StrangeSpace space = new StrangeSpace(product, site, "Strange House");
        Nexudus nexudus = product.bean(Nexudus.class);
        nexudus.connect(space.id, StrangeTokens.LOGIN, Secret.of(StrangeTokens.PASSWORD), Optional.empty());
        nexudus.choose(space.id, new LocationId(StrangeNexudus.HOUSE));
        nexudus.ensureWebhooks(space.id);
        product.bean(Matching.class)
                .publish(
                        space.id,
                        Map.of(
                                ItemId.pass(StrangeNexudus.DAY_PASS),
                                Set.of(AccessGroupId.of(
                                        site.group(OF_THE_DAY_PASS).id()))),
                        space.operator);
        return space;
    }

    /** Is told who belongs in which group. */
    static StrangeSpace told(RunningProduct product, StrangeSite site) {
        StrangeSpace space = new StrangeSpace(product, site, "Strange Annex");
        product.bean(Scopes.class)
                .inSpace(space.id, () -> product.bean(Spaces.class).decider(space.id, Decider.NEXUDUS));
        return space;
    }

    /** What its operator copies into Nexudus. */
    StrangeAcs.Saved secrets() {
        CustomAcs acs = product.bean(CustomAcs.class);
        AcsSecrets secrets = acs.renew(id);
        AcsAddress address = acs.address(id).orElseThrow();
        URI publicUrl = product.bean(LatchkeySettings.class).publicUrl();
        return new StrangeAcs.Saved(
                address.groups(publicUrl),
                secrets.token().reveal(),
                address.customers(publicUrl),
                secrets.bearer().reveal());
    }

    void begin() {
        Sync sync = product.bean(Sync.class);
        sync.startReview(id);
        eventually("the review", () -> sync.review(id).state() == ReviewState.READY);
        sync.activate(id, ReviewAnswer.of(Mode.FULL, true, sync.review(id).fingerprint()));
        awaitServed();
    }

    /** Whether this customer is in this group of the site. */
    boolean isIn(int customer, int group) {
        return site.isIn(StrangeNexudus.email(customer), site.group(group));
    }

    void awaitServed() {
        eventually(
                "what is due done",
                () -> count("due_at <= '%s'"
                                .formatted(product.partners().clock().instant()))
                        == 0);
    }

    /** Whether this customer is looked at, now or later. */
    boolean isDue(int customer) {
        return count("subject = '%s'".formatted(key(customer))) > 0;
    }

    private long count(String due) {
        return product.database()
                .scopes()
                .inSpace(
                        id,
                        () -> product.database()
                                .jdbc()
                                .sql("select count(*) from due_work where " + due)
                                .query(Long.class)
                                .single());
    }

    /** Of one customer alone, newest first. */
    List<RunRow> runsOf(int customer) {
        return product.bean(Runs.class).runs(id, false, 0, 500).stream()
                .filter(run -> run.subject().equals(key(customer)))
                .toList();
    }

    private static String key(int customer) {
        return Subject.customer(new CustomerId(StrangeNexudus.customer(customer)))
                .key();
    }

    /** What happened at the site's door, newest first, as an operator sees it. */
    List<DoorLog.Event> atTheDoor() {
        return product.bean(DoorLog.class).atDoor(id, LockId.of(site.door()), 10);
    }

    void readDoors() {
        product.bean(Sync.class).again(id, Subject.doors(), "test");
    }
}
