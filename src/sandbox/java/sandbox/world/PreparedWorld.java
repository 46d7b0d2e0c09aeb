package sandbox.world;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import sandbox.nexudus.NexudusBuilder;
import sandbox.nexudus.NexudusState;
import sandbox.salto.SaltoBuilder;
import sandbox.salto.SaltoState;

/**
 * A coworking company in Lisbon with two houses, as both partners know it. Always the same people, doors and ids; times
 * are relative to the clock it is made with.
 *
 * <p>Ids of what a test needs are found by name: {@code Salto.groups(site)}, {@code Nexudus.rooms()} and so on.
 */
public final class PreparedWorld {
    public static final ZoneId LISBON = ZoneId.of("Europe/Lisbon");
    public static final String HARBOUR_HOUSE = "Harbour House";
    public static final String HARBOUR_NORTH = "Harbour North";
    /** A Salto site that its installer has not released. */
    public static final String HARBOUR_QUAY = "Harbour Quay";
    /** A Salto site where Ana is an ordinary user. */
    public static final String OLD_MILL = "Old Mill Studios";

    /** Operator of both houses: signs in at Salto (site admin) and at Nexudus (full administrator). */
    public static final String ANA = "ana@harbour.example";
    /** The login that was made for integrations: site admin at Salto, administrator at Nexudus. */
    public static final String INTEGRATION = "doors@harbour.example";
    /** Runs another company on the same partners: sees {@link #OLD_MILL} only. */
    public static final String RUI = "rui@oldmill.example";
    /** Password of every login, at both partners. */
    public static final String PASSWORD = "open-sesame-1";

    /** Has a Flex pass and is a Salto user already, in no group. */
    public static final String MARTA = "marta.nunes@studio-nove.example";
    /** Has a pass of Harbour North and its studio booked in half an hour; Salto user, in no group. */
    public static final String IKER = "iker@nortelab.example";
    /** Has a contract for Office 12; Salto user, in its group. */
    public static final String BENGT = "bengt.soderberg@fjordkod.example";
    /** Has a booking of Room 4 in one hour; not yet a Salto user. */
    public static final String JOAO = "joao.araujo@lumen.example";
    /** Customer without any purchase; Salto user. */
    public static final String AISHA = "aisha.rahman@threadbare.example";
    /** Customer without any purchase; not a Salto user. */
    public static final String TOMASZ = "tomasz.wojcik@ziarno.example";
    /** No customer: the cleaner, put into two groups by hand. */
    public static final String DULCE = "dulce.pinto@limpa.example";
    /** Put into Office 12's group by hand although her contract is for Office 14. */
    public static final String ELIF = "elif.yilmaz@kumas.example";
    /** Two customer records share this address: a person and her company. */
    public static final String SHARED = "hello@paperplane.example";
    /** Suspended customer with a contract. */
    public static final String OTTO = "otto.lindqvist@brevbox.example";
    /** Runs the service: Latchkey's own staff. */
    public static final String STAFF = "staff@latchkey.example";

    private final Map<String, String> doors = new LinkedHashMap<>();
    private final Map<String, Long> customers = new LinkedHashMap<>();
    private final Map<String, Long> things = new LinkedHashMap<>();
    private final SaltoBuilder salto;
    private final NexudusBuilder nexudus;
    private final Instant now;

    private PreparedWorld(SaltoState saltoState, NexudusState nexudusState, Clock clock) {
        this.salto = new SaltoBuilder(saltoState);
        this.nexudus = new NexudusBuilder(nexudusState, clock);
        this.now = clock.instant().truncatedTo(ChronoUnit.MINUTES);
    }

    /** Fills both partners, which have to be empty. */
    public static void fill(SaltoState salto, NexudusState nexudus, Clock clock) {
        PreparedWorld world = new PreparedWorld(salto, nexudus, clock);
        world.fillNexudus();
        world.fillSalto();
        world.salto.tag(HARBOUR_HOUSE, "02309289");
        world.salto.tag(HARBOUR_NORTH, "02310047");
    }

    private void fillSalto() {
        salto.login(ANA, "Ana", "Figueiredo", PASSWORD);
        salto.login(INTEGRATION, "Harbour", "Doors", PASSWORD);
        salto.login(RUI, "Rui", "Carvalho", PASSWORD);
        harbourHouse();
        harbourNorth();
        String quay = salto.site("PT1120260003", HARBOUR_QUAY, LISBON, 10);
        salto.unreleased(quay);
        salto.role(ANA, quay, "site_admin");
        String mill = salto.site("PT1120190044", OLD_MILL, LISBON, 25);
        salto.role(RUI, mill, "site_owner");
        salto.role(ANA, mill, "site_user");
        salto.group(mill, "Studio floor", salto.lock(mill, "Mill gate"));
        salto.tag(HARBOUR_HOUSE, "02309289");
        salto.tag(HARBOUR_NORTH, "02310047");
    }

    private void harbourHouse() {
        String site = salto.site("PT1120210001", HARBOUR_HOUSE, LISBON, 60);
        salto.role(ANA, site, "site_owner");
        salto.role(INTEGRATION, site, "site_admin");
        for (String door : List.of(
                "Front door",
                "Lift lobby 2F",
                "Lift lobby 3F",
                "Open space",
                "Room 1",
                "Room 2",
                "Room 4 (2nd floor)",
                "Podcast booth",
                "Office 12",
                "Office 14",
                "Desk area Quay side",
                "Bike store")) {
            doors.put(door, salto.lock(site, door));
        }
        salto.group(site, "Flex members", door("Front door"), door("Open space"));
        salto.weekdayGroup(
                site, "Day visitors", LocalTime.of(7, 30), LocalTime.of(20, 0), door("Front door"), door("Open space"));
        salto.group(site, "Room 1 - ground floor", door("Front door"), door("Room 1"));
        salto.group(site, "Room 2", door("Front door"), door("Room 2"));
        salto.group(site, "Room 4 - 2nd floor", door("Front door"), door("Lift lobby 2F"), door("Room 4 (2nd floor)"));
        salto.group(site, "Podcast", door("Front door"), door("Podcast booth"));
        String office12 = salto.group(site, "Office 12", door("Front door"), door("Lift lobby 3F"), door("Office 12"));
        String office14 =
                salto.group(site, "Off. 14 (3rd floor)", door("Front door"), door("Lift lobby 3F"), door("Office 14"));
        String quay = salto.group(
                site, "Desks Quay side", door("Front door"), door("Open space"), door("Desk area Quay side"));
        salto.group(site, "Evening 18-22", door("Front door"), door("Open space"), door("Bike store"));
        salto.groupWithoutSchedule(site, "Bike store", door("Bike store"));
        salto.group(site, "Event guests (old)");
        String staff = salto.group(site, "House team", doors.values().toArray(String[]::new));
        saltoUsers(site, 20);
        String cleaner = salto.user(site, "Dulce", "Pinto", DULCE);
        salto.member(cleaner, staff);
        salto.member(cleaner, office12);
        salto.member(salto.user(site, "Bengt", "Söderberg", BENGT), office12);
        String elif = salto.user(site, "Elif", "Yılmaz", ELIF);
        salto.member(elif, office14);
        salto.member(elif, office12);
        salto.member(salto.user(site, "Noor", "de Vries", "noor.devries@tidal.example"), quay);
    }

    private void harbourNorth() {
        String site = salto.site("PT1320230002", HARBOUR_NORTH, LISBON, 15);
        salto.role(ANA, site, "site_admin");
        salto.role(INTEGRATION, site, "site_admin");
        String gate = salto.lock(site, "North gate");
        String studio = salto.lock(site, "Studio North");
        String suite = salto.lock(site, "Suite A");
        salto.group(site, "North - all members", gate);
        salto.group(site, "Studio North", gate, studio);
        salto.group(site, "Suite A", gate, suite);
        salto.user(site, "Iker", "Etxeberria", IKER);
        salto.usesPin(site, IKER);
    }

    private String door(String name) {
        String id = doors.get(name);
        if (id == null) {
            throw new IllegalArgumentException(name);
        }
        return id;
    }

    /** The first of the customers, by the order in which they are listed, are Salto users already; in no group. */
    private void saltoUsers(String site, int number) {
        List<String[]> known = new ArrayList<>(PreparedPeople.AT_HARBOUR_HOUSE.subList(0, number));
        for (String[] person : known) {
            if (!List.of(BENGT, ELIF, JOAO, TOMASZ).contains(person[2])) {
                salto.user(site, person[0], person[1], person[2]);
            }
        }
    }

    private void fillNexudus() {
        long house = nexudus.location(HARBOUR_HOUSE, "harbourhouse", LISBON, "GMT Standard Time");
        long north = nexudus.location(HARBOUR_NORTH, "harbournorth", LISBON, "GMT Standard Time");
        nexudus.user(ANA, PASSWORD);
        nexudus.user(INTEGRATION, PASSWORD);
        things.put("Flex pass", nexudus.pass(house, "Flex pass", 180, null, List.of(house)));
        things.put("Day pass", nexudus.pass(house, "Day pass", 22, null, List.of(house, north)));
        things.put("Evening pass", nexudus.pass(house, "Evening pass", 12, 240L, List.of(house)));
        things.put("North member pass", nexudus.pass(north, "North member pass", 150, null, List.of(north)));
        things.put("Room 1", nexudus.room(house, "Meeting Room 1", 6));
        things.put("Room 2", nexudus.room(house, "Meeting Room 2", 4));
        things.put("Room 4", nexudus.room(house, "Meeting Room 4", 10));
        things.put("Podcast booth", nexudus.room(house, "Podcast booth", 2));
        things.put("Studio", nexudus.room(north, "Photo studio", 8));
        things.put("Office 12", nexudus.desk(house, "Office 12", 1, 6));
        things.put("Office 14", nexudus.desk(house, "Office 14", 1, 4));
        things.put("Q1", nexudus.desk(house, "Desk Q1", 2, 1));
        things.put("Q2", nexudus.desk(house, "Desk Q2", 2, 1));
        things.put("Q3", nexudus.desk(house, "Desk Q3", 2, 1));
        things.put("Suite A", nexudus.desk(north, "Suite A", 1, 5));
        things.put("plan", nexudus.plan(house, "Resident", 320));
        things.put("north plan", nexudus.plan(north, "Resident North", 290));
        PreparedPeople.AT_HARBOUR_HOUSE.forEach(person -> customer(house, person));
        PreparedPeople.AT_HARBOUR_NORTH.forEach(person -> customer(north, person));
        long company = nexudus.customer(house, "Paper Plane Lda.", SHARED);
        nexudus.company(company);
        nexudus.customer(house, "Walk-in guest", "");
        purchases(house, north);
    }

    private void customer(long location, String[] person) {
        customers.put(person[2], nexudus.customer(location, person[0] + " " + person[1], person[2]));
    }

    private void purchases(long house, long north) {
        long plan = thing("plan");
        nexudus.boughtPass(who(MARTA), thing("Flex pass"));
        nexudus.usedToday(nexudus.boughtPass(who("noor.devries@tidal.example"), thing("Day pass")));
        nexudus.boughtPass(who("kwame.mensah@goldcoastlabs.example"), thing("Flex pass"));
        nexudus.boughtPass(who("yuki.tanaka@kumo.example"), thing("Evening pass"));
        nexudus.boughtPass(who(SHARED), thing("Flex pass"));
        nexudus.boughtPass(who(IKER), thing("North member pass"));
        nexudus.contract(who(BENGT), house, plan, List.of(thing("Office 12")), daysAgo(240));
        nexudus.contract(who(ELIF), house, plan, List.of(thing("Office 14")), daysAgo(90));
        nexudus.contract(who("noor.devries@tidal.example"), house, plan, List.of(thing("Q1")), daysAgo(30));
        nexudus.contract(who(OTTO), house, plan, List.of(thing("Q2")), daysAgo(60));
        nexudus.suspended(who(OTTO));
        long leaving =
                nexudus.contract(who("sofia.lehtonen@pohja.example"), house, plan, List.of(thing("Q3")), daysAgo(365));
        nexudus.cancelled(leaving, now.plus(3, ChronoUnit.DAYS));
        long frozen = nexudus.contract(
                who("lea.dubois@papillon.example"),
                north,
                thing("north plan"),
                List.of(thing("Suite A")),
                daysAgo(120));
        nexudus.paused(frozen, daysAgo(5), now.plus(20, ChronoUnit.DAYS));
        booking(JOAO, "Room 4", 60, 120);
        booking("kwame.mensah@goldcoastlabs.example", "Room 1", -30, 60);
        booking("priya.iyer@saffronsoft.example", "Room 2", 5, 90);
        booking("chloe.okafor@brightside.example", "Podcast booth", 240, 60);
        booking(MARTA, "Room 4", 180, 60);
        booking(IKER, "Studio", 30, 120);
        nexudus.tentative(booking("mateo.vargas@andes.example", "Room 1", 90, 60));
        nexudus.team(house, "Fjordkod", who(BENGT), List.of(who(BENGT), who("ingrid.haugen@fjordkod.example")));
        nexudus.invoice(house, who("mateo.vargas@andes.example"), 180, daysAgo(12));
        nexudus.invoice(north, who(IKER), 45, daysAgo(20));
        nexudus.card(who(BENGT), "02309289, 02309290");
        nexudus.card(who(IKER), "02310047");
    }

    private long booking(String email, String room, int startsInMinutes, int minutes) {
        Instant start = now.plus(startsInMinutes, ChronoUnit.MINUTES);
        return nexudus.booking(who(email), thing(room), start, start.plus(minutes, ChronoUnit.MINUTES));
    }

    private Instant daysAgo(int days) {
        return now.atZone(LISBON)
                .toLocalDate()
                .minusDays(days)
                .atStartOfDay(LISBON)
                .toInstant();
    }

    private long who(String email) {
        return find(customers, email);
    }

    private long thing(String name) {
        return find(things, name);
    }

    private static long find(Map<String, Long> ids, String name) {
        Long id = ids.get(name);
        if (id == null) {
            throw new IllegalArgumentException(name);
        }
        return id;
    }
}
