package sandbox.scenario;

import static sandbox.world.PreparedWorld.AISHA;
import static sandbox.world.PreparedWorld.BENGT;
import static sandbox.world.PreparedWorld.ELIF;
import static sandbox.world.PreparedWorld.HARBOUR_HOUSE;
import static sandbox.world.PreparedWorld.INTEGRATION;
import static sandbox.world.PreparedWorld.MARTA;
import static sandbox.world.PreparedWorld.PASSWORD;
import static sandbox.world.PreparedWorld.SHARED;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import sandbox.http.Fields;
import sandbox.http.Throttle;
import sandbox.nexudus.Nexudus;
import sandbox.partners.Partners;

/** How Nexudus's traps are set. */
final class NexudusTraps {
    private static final String CUSTOMER = "Coworker";
    private static final String FLEX = "Flex pass";
    private static final String ROOM_4 = "Meeting Room 4";

    private NexudusTraps() {}

    static void otherPin(Partners partners) {
        edit(partners, MARTA, Fields.of("AccessPincode", "11546"));
        partners.salto().givePin(HARBOUR_HOUSE, MARTA, "246810");
    }

    static void sharedAddress(Partners partners) {
        Nexudus nexudus = partners.nexudus();
        nexudus.buyPass(nexudus.customer(SHARED), nexudus.pass(FLEX));
    }

    static void addressChanged(Partners partners) {
        partners.nexudus().changeEmail(partners.nexudus().customer(ELIF), "elif@elsewhere.example");
    }

    static void throttled(Partners partners) {
        partners.nexudus().throttle(Throttle.of(4, Duration.ofSeconds(2)));
    }

    static void omitted(Partners partners) {
        partners.nexudus().settings().omits("CoworkerId");
    }

    static void drift(Partners partners) {
        partners.nexudus().settings().largestPage(4).drifts(true);
    }

    /** Bookings across the night on which the clocks change, as they would be made long before. */
    static void times(Partners partners) {
        Instant hourThatComesTwice = Instant.parse("2027-10-31T00:30:00Z");
        book(partners, AISHA, hourThatComesTwice, Duration.ofHours(1));
    }

    static void looseHooks(Partners partners) {
        partners.nexudus().settings().deliveries(3);
        edit(partners, MARTA, Fields.of("Custom1", "nothing that matters"));
    }

    static void oneRefreshToken(Partners partners) {
        partners.nexudus().signInElsewhere(INTEGRATION, PASSWORD);
    }

    static void usedDayPass(Partners partners) {
        partners.nexudus().checkIn(partners.nexudus().customer(MARTA));
    }

    static void movedBooking(Partners partners) {
        Nexudus nexudus = partners.nexudus();
        long booking = book(partners, AISHA, partners.clock().instant(), Duration.ofHours(2));
        nexudus.changeRoom(booking, nexudus.room("Meeting Room 1"));
    }

    static void planChange(Partners partners) {
        Nexudus nexudus = partners.nexudus();
        Instant now = partners.clock().instant();
        nexudus.endContract(contractOf(nexudus, "Bengt Söderberg"), now);
        nexudus.signContract(nexudus.customer(BENGT), List.of(nexudus.desk("Office 14")), now);
    }

    static void cancelledAhead(Partners partners) {
        Nexudus nexudus = partners.nexudus();
        Instant later = partners.clock().instant().plus(Duration.ofDays(20));
        nexudus.endContract(contractOf(nexudus, "Elif Yılmaz"), later);
    }

    static void twoItems(Partners partners) {
        Nexudus nexudus = partners.nexudus();
        nexudus.buyPass(nexudus.customer(MARTA), nexudus.pass(FLEX));
        nexudus.refundPass(nexudus.boughtPasses().getLast().id());
    }

    static void twoWriters(Partners partners) {
        edit(partners, MARTA, Fields.of("SaltoV2AccessToken", "given-by-nexudus"));
        Nexudus nexudus = partners.nexudus();
        nexudus.edit("Resource", nexudus.room(ROOM_4), Fields.of("AccessControlGroupId", "1"));
    }

    private static long contractOf(Nexudus nexudus, String customer) {
        return nexudus.contracts().stream()
                .filter(each -> each.customer().equals(customer))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private static long book(Partners partners, String email, Instant from, Duration length) {
        Nexudus nexudus = partners.nexudus();
        return nexudus.book(nexudus.customer(email), nexudus.room(ROOM_4), from, from.plus(length));
    }

    private static void edit(Partners partners, String email, Fields changes) {
        partners.nexudus().edit(CUSTOMER, partners.nexudus().customer(email), changes);
    }
}
