package sandbox.scenario;

import java.util.function.Consumer;
import sandbox.partners.Partners;

/** Thirty ways in which the partners surprise. Each can be set up in a running world, from the console or from a test. */
public enum Trap {
    FULL_SEATS("all seats are taken, and Salto says nothing", SaltoTraps::fullSeats),
    EXPIRED_GUEST("an expired guest still holds a seat", SaltoTraps::expiredGuest),
    THREE_IDS("one person has several ids", SaltoTraps::threeIds),
    NO_SCHEDULE("an access group without a schedule opens nothing", SaltoTraps::noSchedule),
    FRESH_USER("a new user is not found for a minute", SaltoTraps::freshUser),
    LIST_SHAPES("lists change their shape", SaltoTraps::listShapes),
    NO_COUNTS("counts are asked for in two dialects, and one is not heard", SaltoTraps::noCounts),
    PIN_ROTATES("asking for a PIN again ends the one that was mailed", SaltoTraps::pinRotates),
    OTHER_PIN("Nexudus's PIN is not Salto's", NexudusTraps::otherPin),
    KNOWN_ELSEWHERE("Salto knows the address from another site", SaltoTraps::knownElsewhere),
    NOT_ACCEPTED("an invitation is not accepted", SaltoTraps::notAccepted),
    SHARED_ADDRESS("two customers have one address", NexudusTraps::sharedAddress),
    ADDRESS_CHANGED("an address changes in Nexudus", NexudusTraps::addressChanged),
    BY_HAND("somebody is put in and taken out by hand", SaltoTraps::byHand),
    SEVERAL_SITES("one user is on several sites", SaltoTraps::severalSites),
    OFFLINE("the site's gateway is offline and its locks keep old keys", SaltoTraps::offline),
    REMOTE_OPENING("opening from afar asks for a code, and ignores groups", SaltoTraps::remoteOpening),
    THROTTLED("Nexudus says 409 and means: slower", NexudusTraps::throttled),
    OMITTED("lists leave out what earns access", NexudusTraps::omitted),
    DRIFT("rows go while pages are turned", NexudusTraps::drift),
    TIMES("times come in UTC, local and without a zone", NexudusTraps::times),
    LOOSE_HOOKS("webhooks come twice, out of order and for nothing", NexudusTraps::looseHooks),
    ONE_REFRESH_TOKEN("another program used our refresh token's place", NexudusTraps::oneRefreshToken),
    USED_DAY_PASS("a day pass counts as used and still is good", NexudusTraps::usedDayPass),
    MOVED_BOOKING("a booking keeps its number and changes its room", NexudusTraps::movedBooking),
    PLAN_CHANGE("one contract ends as the next begins", NexudusTraps::planChange),
    CANCELLED_AHEAD("a cancelled contract runs until its date", NexudusTraps::cancelledAhead),
    TWO_ITEMS("two purchases earn one group", NexudusTraps::twoItems),
    WRONG_HOST("accept and production are mixed up", SaltoTraps::wrongHost),
    TWO_WRITERS("Nexudus's own integration writes as well", NexudusTraps::twoWriters);

    private final String title;
    private final Consumer<Partners> start;

    Trap(String title, Consumer<Partners> start) {
        this.title = title;
        this.start = start;
    }

    public int number() {
        return ordinal() + 1;
    }

    public String title() {
        return title;
    }

    /** Makes it so at Harbour House; once is enough, and twice does no harm. */
    public void start(Partners partners) {
        start.accept(partners);
    }
}
