package app.latchkey.sync;

import static app.latchkey.product.Eventually.eventually;

import app.latchkey.identity.Role;
import app.latchkey.identity.SignedIn;
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
import app.latchkey.space.Mode;
import app.latchkey.space.Scopes;
import app.latchkey.space.Spaces;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import sandbox.partners.Partners;
import sandbox.world.PreparedWorld;

/** Harbour House, connected and matched in a running product that nobody else uses. */
public final class Harbour {

    private final AccountId operator = new AccountId(UUID.randomUUID());
    private final RunningProduct product;
    private final Partners partners;
    private final String site;
    private final SpaceId space;

    public Harbour(RunningProduct product) {
        this.product = product;
        partners = product.partners();
        site = partners.salto().site(PreparedWorld.HARBOUR_HOUSE);
        Spaces spaces = bean(Spaces.class);
        space = bean(Scopes.class)
                .inSystem(() -> spaces.create(
                        operator,
                        new EmailAddress(PreparedWorld.ANA),
                        PreparedWorld.HARBOUR_HOUSE,
                        PreparedWorld.LISBON));
        connect();
    }

    private void connect() {
        SaltoConnected.harbourHouse(product.context(), partners, space, operator);
        Nexudus nexudus = bean(Nexudus.class);
        nexudus.connect(space, PreparedWorld.INTEGRATION, Secret.of(PreparedWorld.PASSWORD), Optional.empty());
        nexudus.choose(space, new LocationId(partners.nexudus().location(PreparedWorld.HARBOUR_HOUSE)));
        nexudus.ensureWebhooks(space);
        bean(Matching.class)
                .publish(
                        space,
                        Map.of(
                                ItemId.pass(partners.nexudus().pass("Flex pass")), Set.of(group("Flex members")),
                                ItemId.resource(partners.nexudus().room("Meeting Room 4")),
                                        Set.of(group("Room 4 - 2nd floor")),
                                ItemId.office(partners.nexudus().desk("Office 12")), Set.of(group("Office 12")),
                                ItemId.office(partners.nexudus().desk("Office 14")),
                                        Set.of(group("Off. 14 (3rd floor)"))),
                        operator);
    }

    public AccountId operator() {
        return operator;
    }

    public SpaceId space() {
        return space;
    }

    public Partners partners() {
        return partners;
    }

    public <T> T bean(Class<T> type) {
        return product.bean(type);
    }

    /** Does it in the name of the space's operator, as a page does. */
    public <T> T asOperator(Supplier<T> deed) {
        SecurityContextHolderStrategy security = bean(SecurityContextHolderStrategy.class);
        SignedIn ana =
                new SignedIn(operator, new EmailAddress(PreparedWorld.ANA), Set.of(Role.MEMBER, Role.OPERATOR), false);
        SecurityContext context = security.createEmptyContext();
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(ana, null, List.of()));
        security.setContext(context);
        try {
            return deed.get();
        } finally {
            security.clearContext();
        }
    }

    /** As {@link #asOperator(Supplier)}. */
    public <T> void asOperator(Class<T> service, Consumer<T> deed) {
        asOperator(() -> {
            deed.accept(bean(service));
            return true;
        });
    }

    public AccessGroupId group(String name) {
        return AccessGroupId.of(partners.salto().group(site, name));
    }

    public CustomerId customer(String email) {
        return new CustomerId(partners.nexudus().customer(email));
    }

    public boolean isIn(String email, String group) {
        return partners.salto().user(site, email).isPresent()
                && partners.salto().isMember(email, partners.salto().group(site, group));
    }

    /** Previews the space and begins in full mode; who is in and entitled becomes ours. */
    public void begin() {
        Sync sync = bean(Sync.class);
        sync.startReview(space);
        eventually("the review", () -> sync.review(space).state() == ReviewState.READY);
        sync.activate(space, ReviewAnswer.of(Mode.FULL, true, sync.review(space).fingerprint()));
        eventually("Marta in her group", () -> isIn(PreparedWorld.MARTA, "Flex members"));
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

    public Optional<RunRow> lastFull() {
        return bean(Runs.class).runs(space, false, 0, 50).stream()
                .filter(run -> run.kind() == RunKind.FULL)
                .findFirst();
    }
}
