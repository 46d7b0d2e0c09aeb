package app.latchkey.operator;

import static app.latchkey.product.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import app.latchkey.connection.Connections;
import app.latchkey.connection.Partner;
import app.latchkey.connection.PartnerFailure.Category;
import app.latchkey.notice.Notices;
import app.latchkey.product.RunningProduct;
import app.latchkey.shared.EmailAddress;
import app.latchkey.shared.SpaceId;
import app.latchkey.space.EachSpace;
import app.latchkey.space.LatchkeySettings;
import app.latchkey.space.Scopes;
import app.latchkey.space.Spaces;
import app.latchkey.space.TeamRole;
import app.latchkey.sync.House;
import app.latchkey.sync.SpaceHealth;
import app.latchkey.sync.SpaceState;
import app.latchkey.sync.SpaceTroubles;
import app.latchkey.sync.StaffBoard;
import app.latchkey.sync.TroubleCause;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import sandbox.http.Fault;
import sandbox.mail.Mail;
import sandbox.partners.Partners;
import sandbox.world.PreparedWorld;
import sandbox.world.Terrace;

/** What operators and staff read when a space of a running product stops or stays behind, at a real mail server. Each test has a house of its own. */
class AlertMailIT {

    private static final String NEWCOMER = "new@harbour.example";
    private static final Duration LONG = Duration.ofHours(2);
    private static final Duration QUARTER = Duration.ofMinutes(15);

    private static RunningProduct product;
    private static Partners partners;

    @BeforeAll
    static void start() {
        product = RunningProduct.withTerrace(4);
        partners = product.partners();
    }

    @AfterEach
    void everybodyAnswers() {
        partners.salto().clearFaults();
    }

    @AfterAll
    static void close() {
        product.close();
    }

    @Test
    void tellsOnceThatSaltoDoesNotAnswerAndOnceThatItWorksAgain() {
        House house = livingIn(1);
        House another = livingIn(2);
        books(1, "resident0", Duration.ofMinutes(25));
        books(1, "resident1", Duration.ofHours(3));
        house.fullRun();
        partners.salto().fail(".", Fault.status(500).always());
        house.fullRun();
        another.fullRun();
        await(house, SpaceState.BEHIND);
        await(another, SpaceState.BEHIND);
        look();
        assertThat(mailsAbout(1)).isEmpty();

        partners.clock().advance(QUARTER);
        twoNodesLook();
        assertThat(mailsAbout(1)).singleElement().satisfies(mail -> {
            assertThat(mail.subject()).isEqualTo("House 1: Salto does not answer, 2 people affected");
            assertThat(mail.text())
                    .contains("Europe/Lisbon time")
                    .contains("Nobody loses access by it. 1 person waits now, and the access of 1 person begins"
                            + " within the next 6 hours; whoever comes new waits.")
                    .contains("It is up to Salto. There is nothing for you to do")
                    .contains("/spaces/house-1")
                    .doesNotContain("Neighbour");
        });
        assertThat(staffOn("Salto does not answer")).singleElement().satisfies(mail -> {
            assertThat(mail.subject()).isEqualTo("2 spaces: Salto does not answer");
            assertThat(mail.text())
                    .contains("at 2 spaces: House 1, House 2.")
                    .contains("/staff/failures")
                    .doesNotContain("Neighbour");
        });

        partners.clock().advance(Duration.ofHours(1));
        twoNodesLook();
        assertThat(mailsAbout(1)).hasSize(1);
        assertThat(staffOn("Salto does not answer")).hasSize(1);

        partners.salto().clearFaults();
        house.fullRun();
        another.fullRun();
        await(house, SpaceState.RIGHT);
        await(another, SpaceState.RIGHT);
        look();
        assertThat(mailsAbout(1)).hasSize(1);
        product.join(house.space(), new EmailAddress(NEWCOMER), TeamRole.OPERATOR);
        partners.clock().advance(Duration.ofMinutes(5));
        await(house, SpaceState.RIGHT);
        await(another, SpaceState.RIGHT);
        twoNodesLook();
        look();
        assertThat(mailsAbout(1))
                .hasSize(2)
                .last()
                .satisfies(mail -> assertThat(mail.subject()).startsWith("House 1: working again after 1 h"));
        assertThat(partners.inbox().to(NEWCOMER))
                .as("who never heard of the beginning")
                .isEmpty();
        assertThat(staffOn("Salto: working again after 1 h")).hasSize(1);
        assertThat(staffOn("Salto does not answer")).hasSize(2);
        assertThat(rows()).doesNotContain(house.space());
        assertThat(causes()).doesNotContain(TroubleCause.of(Category.SILENT, Partner.SALTO));
    }

    @Test
    void tellsAtOnceThatTheSubscriptionHasLapsedAndWhatToDo() {
        House house = livingIn(3);
        String guest = house.people("guest", 1).getFirst();
        partners.salto().lapse(house.site());
        house.buysAPass(guest);
        await(house, SpaceState.STOPPED);
        look();
        assertThat(mailsAbout(3)).isEmpty();

        partners.clock().advance(Duration.ofMinutes(2));
        await(house, SpaceState.STOPPED);
        twoNodesLook();
        assertThat(mailsAbout(3)).singleElement().satisfies(mail -> {
            assertThat(mail.subject()).startsWith("House 3: the site’s subscription in Salto is not valid, ");
            assertThat(mail.text())
                    .contains("It is your turn: renew the subscription in Salto.")
                    .doesNotContain("Neighbour", guest);
        });
        assertThat(staffOn("1 space: the site’s subscription in Salto is not valid"))
                .singleElement()
                .satisfies(mail -> assertThat(mail.text())
                        .contains("It is the operators’ turn; they have been told.")
                        .doesNotContain("Neighbour", guest));
    }

    /** Whatever else is in the way: until somebody signs in again, nothing else helps. */
    @Test
    void leavesADeadSignInToItsOwnMail() {
        House house = livingIn(4);
        String guest = house.people("guest", 1).getFirst();
        partners.salto().lapse(house.site());
        house.buysAPass(guest);
        await(house, SpaceState.STOPPED);
        house.bean(Connections.class).needsSignIn(house.space(), Partner.SALTO, "Somebody took it back");
        look();
        eventually("the mail of the connection", () -> mailsAbout(4).size() == 1);

        partners.clock().advance(QUARTER);
        twoNodesLook();
        assertThat(mailsAbout(4))
                .singleElement()
                .satisfies(mail -> assertThat(mail.subject()).startsWith("Salto needs you"));
        assertThat(rows()).doesNotContain(house.space());
        assertThat(causes()).noneMatch(TroubleCause::isSignIn);
        assertThat(staffOn("sign")).isEmpty();
    }

    private static House livingIn(int number) {
        House house = House.ofTerrace(product, number);
        house.people("resident", 2).forEach(house::buysAPass);
        house.begin();
        house.fullRun();
        await(house, SpaceState.RIGHT);
        return house;
    }

    /** The room, for two hours; it opens a quarter of an hour before. */
    private static void books(int number, String who, Duration in) {
        Instant from = partners.clock().instant().plus(in);
        long customer = partners.nexudus().customer(who + "@house-" + number + ".example");
        partners.nexudus().book(customer, partners.nexudus().room(Terrace.room(number)), from, from.plus(LONG));
    }

    private static void await(House house, SpaceState state) {
        eventually(
                state.name(),
                () -> health(house.space()).filter(state::equals).findAny().isPresent());
    }

    private static Stream<SpaceState> health(SpaceId space) {
        return product.bean(StaffBoard.class).board().stream()
                .filter(one -> one.space().equals(space))
                .map(SpaceHealth::state);
    }

    private static void look() {
        product.bean(AlertMail.class).look(partners.clock().instant());
    }

    /** Both at the same time, and neither knows what the other has sent. */
    private static void twoNodesLook() {
        Stream.of(node(), node())
                .map(node -> Thread.ofVirtual()
                        .start(() -> node.look(partners.clock().instant())))
                .toList()
                .forEach(AlertMailIT::join);
    }

    private static void join(Thread look) {
        try {
            look.join();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private static AlertMail node() {
        TellOnce tell = new TellOnce(product.bean(Notices.class));
        return new AlertMail(
                product.bean(StaffBoard.class),
                product.bean(SpaceTroubles.class),
                product.bean(EachSpace.class),
                product.bean(Scopes.class),
                product.bean(Spaces.class),
                product.bean(AlertRows.class),
                tell,
                new StaffAlertMail(
                        product.bean(Scopes.class),
                        product.bean(StaffAlertRows.class),
                        tell,
                        product.bean(LatchkeySettings.class)),
                product.bean(LatchkeySettings.class));
    }

    private static Iterable<SpaceId> rows() {
        return product.bean(Scopes.class)
                .inSystem(() -> product.bean(AlertRows.class).all().keySet());
    }

    private static Iterable<TroubleCause> causes() {
        return product.bean(Scopes.class)
                .inSystem(() -> product.bean(StaffAlertRows.class).all().keySet());
    }

    private static List<Mail> staffOn(String words) {
        return partners.inbox().to(PreparedWorld.STAFF).stream()
                .filter(mail -> (mail.subject() + mail.text()).contains(words))
                .toList();
    }

    private static List<Mail> mailsAbout(int number) {
        String house = Terrace.house(number);
        return partners.inbox().to(PreparedWorld.ANA).stream()
                .filter(mail -> (mail.subject() + mail.text()).contains(house))
                .toList();
    }
}
