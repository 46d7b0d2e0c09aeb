package sandbox.scenario;

import static sandbox.world.PreparedWorld.DULCE;
import static sandbox.world.PreparedWorld.HARBOUR_HOUSE;
import static sandbox.world.PreparedWorld.HARBOUR_NORTH;
import static sandbox.world.PreparedWorld.MARTA;
import static sandbox.world.PreparedWorld.TOMASZ;

import java.time.Duration;
import sandbox.partners.Partners;
import sandbox.salto.Salto;
import sandbox.salto.SaltoSettings.ListShape;
import sandbox.salto.SaltoSettings.NextLinks;

/** How Salto's traps are set. */
final class SaltoTraps {
    private static final String FLEX = "Flex members";
    private static final Duration A_MINUTE = Duration.ofMinutes(1);

    private SaltoTraps() {}

    private static String group(Salto salto, String name) {
        return salto.group(salto.site(HARBOUR_HOUSE), name);
    }

    static void fullSeats(Partners partners) {
        Salto salto = partners.salto();
        salto.seats(HARBOUR_HOUSE, salto.seatsTaken(HARBOUR_HOUSE));
    }

    static void expiredGuest(Partners partners) {
        partners.salto()
                .addGuestByHand(
                        HARBOUR_HOUSE, "Guest of yesterday", partners.clock().instant());
        partners.clock().advance(A_MINUTE);
    }

    static void threeIds(Partners partners) {
        partners.salto().addByHand(MARTA, group(partners.salto(), FLEX));
    }

    static void noSchedule(Partners partners) {
        partners.salto().removeSchedules(group(partners.salto(), FLEX));
    }

    static void freshUser(Partners partners) {
        partners.salto().settings().readyDelay(A_MINUTE);
    }

    static void listShapes(Partners partners) {
        partners.salto()
                .settings()
                .listShape(ListShape.BARE)
                .nextLinks(NextLinks.NONE)
                .pageSize(7);
    }

    static void noCounts(Partners partners) {
        partners.salto()
                .settings()
                .listShape(ListShape.WRAPPED)
                .nextLinks(NextLinks.NONE)
                .counts(false)
                .pageSize(7);
    }

    static void pinRotates(Partners partners) {
        partners.salto().givePin(HARBOUR_HOUSE, MARTA, "246810");
    }

    static void knownElsewhere(Partners partners) {
        Salto salto = partners.salto();
        if (salto.user(HARBOUR_NORTH, TOMASZ).isEmpty()) {
            salto.addUserByHand(HARBOUR_NORTH, "Tomasz", "Wójcik", TOMASZ);
        }
    }

    static void notAccepted(Partners partners) {
        partners.salto().forgetProfile(MARTA);
    }

    static void byHand(Partners partners) {
        partners.salto().addByHand(DULCE, group(partners.salto(), FLEX));
    }

    static void severalSites(Partners partners) {
        partners.salto().inviteByHand(HARBOUR_NORTH, MARTA);
    }

    static void offline(Partners partners) {
        partners.salto().online(HARBOUR_HOUSE, false);
    }

    static void remoteOpening(Partners partners) {
        partners.salto()
                .activateRemoteOpening(HARBOUR_HOUSE, partners.salto().logins().getFirst());
    }

    static void wrongHost(Partners partners) {
        partners.salto().settings().knowsClient(false);
    }
}
