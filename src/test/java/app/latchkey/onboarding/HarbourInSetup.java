package app.latchkey.onboarding;

import static app.latchkey.product.Eventually.eventually;

import app.latchkey.identity.Role;
import app.latchkey.identity.SignedIn;
import app.latchkey.nexudus.Location;
import app.latchkey.product.RunningProduct;
import app.latchkey.salto.SaltoConnected;
import app.latchkey.shared.AccessGroupId;
import app.latchkey.shared.AccountId;
import app.latchkey.shared.EmailAddress;
import app.latchkey.shared.ItemId;
import app.latchkey.shared.Secret;
import app.latchkey.shared.SpaceId;
import app.latchkey.space.Scopes;
import app.latchkey.space.Space;
import app.latchkey.space.Spaces;
import app.latchkey.sync.ReviewState;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import sandbox.mail.Mail;
import sandbox.partners.Partners;
import sandbox.world.PreparedWorld;

/** A new space of Ana's at Harbour House, with the whole product on both simulated partners; nothing is connected yet. */
final class HarbourInSetup {

    static final Duration PATIENCE = Duration.ofSeconds(30);

    private final RunningProduct product;
    private final SignedIn ana = operator(PreparedWorld.ANA);
    private final SpaceId space;

    /** Another one on the same product forgets this space, its operator and every mail; the partners' world stays. */
    HarbourInSetup(RunningProduct product) {
        this.product = product;
        partners().inbox().clear();
        space = newSpace(PreparedWorld.HARBOUR_HOUSE);
    }

    static SignedIn operator(String email) {
        return new SignedIn(new AccountId(UUID.randomUUID()), new EmailAddress(email), Set.of(Role.OPERATOR), false);
    }

    SpaceId newSpace(String name) {
        return newSpace(name, ana);
    }

    SpaceId newSpace(String name, SignedIn owner) {
        Spaces spaces = bean(Spaces.class);
        return bean(Scopes.class)
                .inSystem(() -> spaces.create(owner.account(), owner.email(), name, PreparedWorld.LISBON));
    }

    void connectSalto() {
        connectSalto(space, ana);
    }

    void connectSalto(SpaceId to, SignedIn by) {
        SaltoConnected.to(PreparedWorld.HARBOUR_HOUSE, product.context(), partners(), to, by.account());
    }

    Space get(SpaceId id) {
        Spaces spaces = bean(Spaces.class);
        return bean(Scopes.class).inSpace(id, () -> spaces.get(id));
    }

    void connectNexudus() {
        ConnectNexudus step = bean(ConnectNexudus.class);
        step.signIn(space, PreparedWorld.INTEGRATION, Secret.of(PreparedWorld.PASSWORD), Optional.empty(), ana);
        step.choose(space, location(), ana);
    }

    /** Matches a pass, a room and two offices with their groups. */
    void match() {
        ChooseMatches step = bean(ChooseMatches.class);
        var nexudus = partners().nexudus();
        Map.of(
                        ItemId.pass(nexudus.pass("Flex pass")), "Flex members",
                        ItemId.resource(nexudus.room("Meeting Room 4")), "Room 4 - 2nd floor",
                        ItemId.office(nexudus.desk("Office 12")), "Office 12",
                        ItemId.office(nexudus.desk("Office 14")), "Off. 14 (3rd floor)")
                .forEach((item, group) -> step.choose(space, item, Set.of(AccessGroupId.of(saltoGroup(group)))));
        step.publish(space(), step.load(space, ana), ana);
    }

    void readForReview() {
        ReviewSpace step = bean(ReviewSpace.class);
        eventually("the review", () -> step.open(space).state() == ReviewState.READY);
    }

    /** Salto's id of a group at the site. */
    String saltoGroup(String name) {
        return partners().salto().group(partners().salto().site(PreparedWorld.HARBOUR_HOUSE), name);
    }

    boolean isIn(String email, String group) {
        return partners().salto().isMember(email, saltoGroup(group));
    }

    Location location() {
        return bean(ConnectNexudus.class).locations(space).stream()
                .filter(found -> found.name().equals(PreparedWorld.HARBOUR_HOUSE))
                .findFirst()
                .orElseThrow();
    }

    SpaceId id() {
        return space;
    }

    Space space() {
        return get(space);
    }

    SignedIn ana() {
        return ana;
    }

    Partners partners() {
        return product.partners();
    }

    Mail mailAbout(String subject) {
        return partners().inbox().await(mail -> mail.subject().startsWith(subject), PATIENCE);
    }

    <T> T bean(Class<T> type) {
        return product.bean(type);
    }
}
