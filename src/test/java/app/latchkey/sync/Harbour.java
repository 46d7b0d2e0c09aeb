package app.latchkey.sync;

import static app.latchkey.product.Eventually.eventually;

import app.latchkey.identity.Role;
import app.latchkey.identity.SignedIn;
import app.latchkey.product.RunningProduct;
import app.latchkey.shared.AccessGroupId;
import app.latchkey.shared.AccountId;
import app.latchkey.shared.CustomerId;
import app.latchkey.shared.EmailAddress;
import app.latchkey.shared.ItemId;
import app.latchkey.shared.SpaceId;
import app.latchkey.sync.work.Causes;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import sandbox.partners.Partners;
import sandbox.world.PreparedWorld;

/** Harbour House, connected and matched in a running product that nobody else uses. */
public final class Harbour {

    private static final Duration BETWEEN_TWO_LOOKS = Duration.ofSeconds(20);

    private final RunningProduct product;
    private final House house;

    public Harbour(RunningProduct product) {
        this.product = product;
        house = House.named(product, PreparedWorld.HARBOUR_HOUSE);
        house.match(Map.of(
                ItemId.pass(partners().nexudus().pass("Flex pass")), Set.of(group("Flex members")),
                ItemId.resource(partners().nexudus().room("Meeting Room 4")), Set.of(group("Room 4 - 2nd floor")),
                ItemId.office(partners().nexudus().desk("Office 12")), Set.of(group("Office 12")),
                ItemId.office(partners().nexudus().desk("Office 14")), Set.of(group("Off. 14 (3rd floor)"))));
    }

    public AccountId operator() {
        return house.operator();
    }

    public SpaceId space() {
        return house.space();
    }

    public Partners partners() {
        return product.partners();
    }

    public <T> T bean(Class<T> type) {
        return product.bean(type);
    }

    /** Does it in the name of the space's operator, as a page does. */
    public <T> T asOperator(Supplier<T> deed) {
        SecurityContextHolderStrategy security = bean(SecurityContextHolderStrategy.class);
        SignedIn ana = new SignedIn(
                operator(), new EmailAddress(PreparedWorld.ANA), Set.of(Role.MEMBER, Role.OPERATOR), false);
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
        return house.group(name);
    }

    public CustomerId customer(String email) {
        return house.customer(email);
    }

    public boolean isIn(String email, String group) {
        return house.isIn(email, group);
    }

    /** Previews the space and begins in full mode; who is in and entitled becomes ours. */
    public void begin() {
        house.begin();
        eventually("Marta in her group", () -> isIn(PreparedWorld.MARTA, "Flex members"));
    }

    /** Salto has a change a moment before it is noted that it has: waits until that is so of all that is due. */
    public void awaitNoted() {
        eventually("what is due done and noted", house::isServed);
    }

    /** Whether nothing is due. */
    public boolean isServed() {
        return house.isServed();
    }

    /** What is suddenly missing is looked at twice: waits until that is so of this customer, and lets the time until the second look pass. */
    public void secondLookAt(String email) {
        eventually(email + " to be looked at twice", () -> house.isDue(customer(email), Causes.SECOND_LOOK));
        partners().clock().advance(BETWEEN_TWO_LOOKS);
    }

    /** Waits for a mail to the operator whose subject ends so, of those that the tick sends. */
    public void awaitMail(String subject) {
        product.context().publishEvent(new Ticked(partners().clock().instant()));
        eventually(
                subject,
                () -> partners().inbox().to(PreparedWorld.ANA).stream()
                        .anyMatch(mail -> mail.subject().endsWith(subject)));
    }

    /** Runs the whole space now and waits for the run's end. */
    public RunRow fullRun() {
        return house.fullRun();
    }

    public Optional<RunRow> lastFull() {
        return house.lastFull();
    }
}
