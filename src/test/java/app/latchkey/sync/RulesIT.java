package app.latchkey.sync;

import static app.latchkey.product.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import app.latchkey.Case;
import app.latchkey.Fact;
import app.latchkey.Fact.Sure;
import app.latchkey.entitlement.Cure;
import app.latchkey.entitlement.Reason;
import app.latchkey.product.RunningProduct;
import app.latchkey.product.WithProduct;
import app.latchkey.shared.ItemId;
import app.latchkey.space.OverdueSetting;
import app.latchkey.space.SpaceRules;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import sandbox.http.Fields;
import sandbox.world.PreparedWorld;

/** Each rule that a space may switch on, from Nexudus to the group. */
@WithProduct(own = true)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RulesIT {

    private static final String ROOM_4 = "Room 4 - 2nd floor";
    private static final String OFFICE_12 = "Office 12";
    private static final String FLEX = "Flex members";
    private static final String TEAM = "Fjordkod";
    private static final String VISITOR = "priya.iyer@saffronsoft.example";
    /** A Salto user in no group, whom somebody else has made. */
    private static final String NOT_INVITED_BY_US = "yuki.tanaka@kumo.example";

    private static final String NEXT = "mateo.vargas@andes.example";
    private static final String COLLEAGUE = "ingrid.haugen@fjordkod.example";

    private final Harbour harbour;

    RulesIT(RunningProduct product) {
        harbour = new Harbour(product);
    }

    @BeforeAll
    void begin() {
        harbour.begin();
    }

    @AfterEach
    void asByDefault() {
        rules(_ -> SpaceRules.defaults());
    }

    @Fact(
            value = "B8.1",
            sure = Sure.UNKNOWN,
            rule = "team of a contract",
            says = "Whether the team of whoever holds a contract has its doors")
    @Test
    void letsTheTeamOfAContractHolderComeInAndGoWithHim() {
        assertThat(harbour.isIn(COLLEAGUE, OFFICE_12)).isFalse();
        rules(rules -> rules.withTeams(true));
        eventually("the colleague in", () -> harbour.isIn(COLLEAGUE, OFFICE_12));

        harbour.partners().nexudus().suspend(harbour.customer(COLLEAGUE).value());
        eventually("the suspended colleague out", () -> !harbour.isIn(COLLEAGUE, OFFICE_12));
        harbour.partners().nexudus().unsuspend(harbour.customer(COLLEAGUE).value());
        eventually("the colleague in again", () -> harbour.isIn(COLLEAGUE, OFFICE_12));

        rules(rules -> rules.withTeams(false));
        eventually("the colleague out", () -> !harbour.isIn(COLLEAGUE, OFFICE_12));
        assertThat(harbour.isIn(PreparedWorld.BENGT, OFFICE_12)).isTrue();
    }

    /** His own check-in is one thing, whom a shared pass lets in another: nothing says which of the team will use it. */
    @Fact(
            value = "B8.2",
            sure = Sure.UNKNOWN,
            rule = "passes that a team shares",
            says = "Whom a pass lets in that a team shares (`ShareTimePasses`)")
    @Test
    void letsTheTeamComeInByAPassThatItSharesAndGoWithIt() {
        var nexudus = harbour.partners().nexudus();
        long pass = nexudus.buyPass(harbour.customer(PreparedWorld.BENGT).value(), nexudus.pass("Flex pass"));
        eventually("who pays for the team in", () -> harbour.isIn(PreparedWorld.BENGT, FLEX));
        harbour.fullRun();
        assertThat(harbour.isIn(COLLEAGUE, FLEX)).isFalse();

        rules(rules -> rules.withSharedPasses(true));
        eventually("the colleague in", () -> harbour.isIn(COLLEAGUE, FLEX));
        assertThat(harbour.isIn(COLLEAGUE, OFFICE_12))
                .as("the contract has a rule of its own")
                .isFalse();

        nexudus.edit("Team", nexudus.team(TEAM), Fields.of("ShareTimePasses", false));
        eventually("the colleague out, whose team shares no more", () -> !harbour.isIn(COLLEAGUE, FLEX));
        assertThat(harbour.isIn(PreparedWorld.BENGT, FLEX)).isTrue();

        nexudus.edit("Team", nexudus.team(TEAM), Fields.of("ShareTimePasses", true));
        eventually("the colleague in again", () -> harbour.isIn(COLLEAGUE, FLEX));
        nexudus.refundPass(pass);
        harbour.secondLookAt(PreparedWorld.BENGT);
        eventually("both out", () -> !harbour.isIn(PreparedWorld.BENGT, FLEX) && !harbour.isIn(COLLEAGUE, FLEX));
    }

    @Test
    void givesTheGapBetweenTwoBookingsToWhoComes() {
        long room = harbour.partners().nexudus().room("Meeting Room 4");
        rules(rules -> rules.shrinkingAt(Set.of(ItemId.resource(room))));
        Instant first =
                harbour.partners().clock().instant().plus(4, ChronoUnit.HOURS).truncatedTo(ChronoUnit.HOURS);
        Instant second = first.plus(Duration.ofMinutes(65));
        book(PreparedWorld.AISHA, room, first, first.plus(Duration.ofHours(1)));
        book(NEXT, room, second, second.plus(Duration.ofHours(1)));
        eventually("both bookings known", () -> isKnown(PreparedWorld.AISHA) && isKnown(NEXT));

        harbour.partners().clock().moveTo(first);
        eventually("Aisha in", () -> harbour.isIn(PreparedWorld.AISHA, ROOM_4));
        assertThat(harbour.isIn(NEXT, ROOM_4)).isFalse();

        harbour.partners().clock().moveTo(first.plus(Duration.ofMinutes(60)));
        eventually("Mateo in at the end of her time", () -> harbour.isIn(NEXT, ROOM_4));
        eventually("Aisha out", () -> !harbour.isIn(PreparedWorld.AISHA, ROOM_4));
    }

    @Fact(
            value = "B8.3",
            sure = Sure.UNKNOWN,
            rule = "visitors of a booking",
            says = "Whether visitors of a booking come in with it")
    @Test
    @Case(56)
    void letsVisitorsOfABookingInWhoAreCustomersAndNotBarred() {
        long room = harbour.partners().nexudus().room("Meeting Room 4");
        Instant now = harbour.partners().clock().instant();
        long booking = book(PreparedWorld.MARTA, room, now, now.plus(Duration.ofHours(2)));
        long visit = harbour.partners().nexudus().addVisitor(booking, "Priya Iyer", VISITOR);
        harbour.partners().nexudus().addVisitor(booking, "Otto Lindqvist", PreparedWorld.OTTO);
        harbour.partners().nexudus().addVisitor(booking, "Somebody", "somebody@elsewhere.example");
        eventually("Marta in her room", () -> harbour.isIn(PreparedWorld.MARTA, ROOM_4));
        harbour.fullRun();
        assertThat(harbour.isIn(VISITOR, ROOM_4)).isFalse();

        rules(rules -> rules.withVisitors(true));
        eventually("the visitor in", () -> harbour.isIn(VISITOR, ROOM_4));
        assertThat(harbour.isIn(PreparedWorld.OTTO, ROOM_4)).isFalse();

        harbour.partners().nexudus().removeVisitor(visit);
        harbour.fullRun();
        eventually("the visitor out", () -> !harbour.isIn(VISITOR, ROOM_4));

        harbour.partners().nexudus().addVisitor(booking, "Priya Iyer", VISITOR);
        harbour.fullRun();
        eventually("the visitor in again", () -> harbour.isIn(VISITOR, ROOM_4));
        harbour.partners().nexudus().cancelBooking(booking);
        eventually("the visitor out with the booking", () -> !harbour.isIn(VISITOR, ROOM_4));
    }

    @Fact(value = "B8.4", sure = Sure.UNKNOWN, rule = "unpaid invoices", says = "Whether unpaid invoices close doors")
    @Test
    @Case(28)
    void closesDoorsForAnInvoiceThatIsLongOverdueAndOpensThemWhenItIsPaid() {
        String email = "kwame.mensah@goldcoastlabs.example";
        eventually("Kwame in", () -> harbour.isIn(email, FLEX));
        Instant due = harbour.partners().clock().instant().minus(Duration.ofDays(20));
        var billing = harbour.partners().nexudus().billing();
        long invoice = billing.invoice(harbour.customer(email).value(), 50, due);
        harbour.fullRun();
        assertThat(harbour.isIn(email, FLEX)).isTrue();

        rules(rules -> rules.overdue(overdue(30, "0")));
        harbour.fullRun();
        assertThat(harbour.isIn(email, FLEX)).isTrue();
        rules(rules -> rules.overdue(overdue(14, "0")));
        eventually("Kwame out", () -> !harbour.isIn(email, FLEX));
        eventually("the reason for him", () -> reasons(email).contains(Reason.InvoiceOpen.class));
        assertThat(wouldOpen(email)).singleElement().isInstanceOf(Cure.Pay.class);
        assertThat(harbour.isIn(PreparedWorld.MARTA, FLEX)).isTrue();

        billing.pay(invoice, 45);
        harbour.fullRun();
        assertThat(harbour.isIn(email, FLEX)).isFalse();
        rules(rules -> rules.overdue(overdue(14, "5")));
        eventually("Kwame in: five are tolerated", () -> harbour.isIn(email, FLEX));
        rules(rules -> rules.overdue(overdue(14, "0")));
        eventually("Kwame out again", () -> !harbour.isIn(email, FLEX));
        billing.pay(invoice, 5);
        eventually("Kwame in when he has paid", () -> harbour.isIn(email, FLEX));
    }

    private List<Cure> wouldOpen(String email) {
        return harbour.bean(DoorQuestions.class)
                .ask(harbour.space(), harbour.customer(email), harbour.group(FLEX))
                .flatMap(DoorAnswer::cures)
                .orElseThrow();
    }

    private static OverdueSetting overdue(int days, String tolerated) {
        return new OverdueSetting(true, days, true, new BigDecimal(tolerated), Set.of());
    }

    @Test
    @Case(10)
    void leadsOverARenewalThatIsOnItsWay() {
        String email = "chloe.okafor@brightside.example";
        var nexudus = harbour.partners().nexudus();
        Instant start = harbour.partners().clock().instant();
        long contract = nexudus.signContract(harbour.customer(email).value(), List.of(), start);
        nexudus.passOfPlan(contract, nexudus.pass("Flex pass"), start.plus(Duration.ofHours(1)));
        eventually("Chloe in", () -> harbour.isIn(email, FLEX));

        harbour.partners().clock().moveTo(start.plus(Duration.ofMinutes(61)));
        eventually("Chloe out at the end of the period", () -> !harbour.isIn(email, FLEX));
        rules(rules -> rules.bridging(Duration.ofHours(24)));
        eventually("Chloe in over the bridge", () -> harbour.isIn(email, FLEX));

        long invoice = nexudus.billing().invoice(harbour.customer(email).value(), 180, start);
        nexudus.billing().paymentFails(invoice);
        eventually("Chloe out: the payment has failed", () -> !harbour.isIn(email, FLEX));
        nexudus.billing().pay(invoice, 180);
        eventually("Chloe in: she has paid", () -> harbour.isIn(email, FLEX));

        rules(rules -> rules.bridging(Duration.ZERO));
        eventually("Chloe out without the bridge", () -> !harbour.isIn(email, FLEX));
    }

    @Test
    void givesASeatBackThatNobodyNeedsAndTakesItAgainWhenSomethingIsDue() {
        var nexudus = harbour.partners().nexudus();
        long pass = nexudus.buyPass(harbour.customer(PreparedWorld.TOMASZ).value(), nexudus.pass("Flex pass"));
        eventually("Tomasz in", () -> harbour.isIn(PreparedWorld.TOMASZ, FLEX));
        nexudus.refundPass(pass);
        eventually("Tomasz out", () -> !harbour.isIn(PreparedWorld.TOMASZ, FLEX));
        harbour.awaitNoted();

        rules(rules -> rules.idleAfter(0));
        harbour.partners().clock().advance(Duration.ofHours(25));
        harbour.fullRun();
        assertThat(hasSeat(PreparedWorld.TOMASZ)).isTrue();
        rules(rules -> rules.idleAfter(2));
        harbour.fullRun();
        assertThat(hasSeat(PreparedWorld.TOMASZ)).isTrue();
        rules(rules -> rules.idleAfter(1));
        eventually("Tomasz without a seat", () -> !hasSeat(PreparedWorld.TOMASZ));
        assertThat(hasSeat(NOT_INVITED_BY_US)).isTrue();

        nexudus.buyPass(harbour.customer(PreparedWorld.TOMASZ).value(), nexudus.pass("Flex pass"));
        eventually("Tomasz in", () -> harbour.isIn(PreparedWorld.TOMASZ, FLEX) && hasSeat(PreparedWorld.TOMASZ));
    }

    private boolean hasSeat(String email) {
        var salto = harbour.partners().salto();
        return salto.user(salto.site(PreparedWorld.HARBOUR_HOUSE), email)
                .orElseThrow()
                .subscribed();
    }

    private List<? extends Class<?>> reasons(String email) {
        return harbour.bean(Doorways.class).of(harbour.space(), harbour.customer(email)).stream()
                .filter(door -> door.groupName().equals(FLEX))
                .flatMap(door -> door.reason().stream())
                .map(Reason::getClass)
                .toList();
    }

    private boolean isKnown(String email) {
        return harbour.bean(Doorways.class).of(harbour.space(), harbour.customer(email)).stream()
                .anyMatch(door -> door.groupName().equals(ROOM_4));
    }

    private long book(String email, long room, Instant from, Instant to) {
        return harbour.partners().nexudus().book(harbour.customer(email).value(), room, from, to);
    }

    private void rules(UnaryOperator<SpaceRules> change) {
        RuleChange.save(harbour, change);
    }
}
