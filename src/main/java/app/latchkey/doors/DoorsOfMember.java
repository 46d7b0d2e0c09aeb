package app.latchkey.doors;

import app.latchkey.entitlement.Audience;
import app.latchkey.entitlement.Reason;
import app.latchkey.entitlement.ReasonWords;
import app.latchkey.entitlement.Voice;
import app.latchkey.identity.SignedIn;
import app.latchkey.shared.CustomerId;
import app.latchkey.shared.Language;
import app.latchkey.shared.Reference;
import app.latchkey.shared.SpaceId;
import app.latchkey.space.MemberDirectory;
import app.latchkey.space.MemberSpace;
import app.latchkey.space.Space;
import app.latchkey.sync.CustomerDetail;
import app.latchkey.sync.CustomerDirectory;
import app.latchkey.sync.Doorway;
import app.latchkey.sync.Doorways;
import app.latchkey.sync.HelpCall;
import app.latchkey.sync.HelpCalls;
import app.latchkey.sync.LockShows;
import app.latchkey.sync.Recheck;
import app.latchkey.sync.Sync;
import app.latchkey.sync.WaysIn;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** What a signed-in member's doors are, at every space that knows the address. */
@Service
public class DoorsOfMember {

    private final MemberDirectory directory;
    private final Doorways doorways;
    private final CustomerDirectory customers;
    private final HelpCalls calls;
    private final Sync sync;
    private final Clock clock;

    public DoorsOfMember(
            MemberDirectory directory,
            Doorways doorways,
            CustomerDirectory customers,
            HelpCalls calls,
            Sync sync,
            Clock clock) {
        this.directory = directory;
        this.doorways = doorways;
        this.customers = customers;
        this.calls = calls;
        this.sync = sync;
        this.clock = clock;
    }

    /** Grouped by space, those where something opens first; empty for an address no space knows. */
    public List<SpaceDoors> of(SignedIn member, Language language) {
        List<SpaceDoors> all = new ArrayList<>();
        for (MemberSpace known : directory.spacesOf(member.email())) {
            for (CustomerId customer : known.customers()) {
                all.add(at(known.space(), customer, language));
            }
        }
        return SpaceDoors.inOrder(all);
    }

    /** Has the member looked at again now: for somebody who stands at a locked door. Ask {@link #recheck} how far it has come. */
    public Instant lookAgain(SpaceDoors doors) {
        Instant asked = clock.instant();
        sync.atTheDoor(doors.space(), doors.customer());
        return asked;
    }

    public Recheck recheck(SpaceDoors doors, Instant asked) {
        return doorways.recheck(doors.space(), doors.customer(), asked);
    }

    /** Tells the space; their page says the same sentence until somebody there has seen it. */
    public void tell(SpaceDoors doors, DoorCard card, LockShows shows) {
        String found = card.chip() + ". " + String.join(" ", card.lines());
        calls.tell(
                doors.space(),
                doors.customer(),
                card.title(),
                found,
                shows,
                () -> Reference.next().value());
    }

    private static String told(HelpCall call, Voice voice) {
        String at = voice.times().at(call.seenAt().orElse(call.toldAt()));
        return PageWords.say(
                voice.language(),
                call.seenAt().isPresent() ? "told.seen" : "told",
                Map.of("at", at, "number", call.number(), "space", voice.spaceName()));
    }

    private static boolean usesPin(CustomerDetail person) {
        return person.ways().pin() != WaysIn.Pin.NOT_ALLOWED && person.counts();
    }

    private static String seen(Instant at, Voice voice) {
        return PageWords.say(voice.language(), "way.seen", "at", voice.times().at(at));
    }

    private SpaceDoors at(Space space, CustomerId customer, Language language) {
        SpaceId id = space.id();
        Voice voice = new Voice(Audience.MEMBER, space.name(), space.zone(), clock.instant(), language);
        Optional<CustomerDetail> detail = customers.detail(id, customer);
        List<WayIn> ways = detail.map(
                        person -> WayIn.of(person, space.passport().offered(), voice))
                .orElse(List.of());
        List<Doorway> all = doorways.of(id, customer);
        List<Reason> troubles = doorways.troubles(id);
        boolean isStopped =
                detail.filter(person -> !person.active() || person.archived()).isPresent();
        return new SpaceDoors(
                id,
                customer,
                detail.map(CustomerDetail::name).orElse(""),
                space.name(),
                space.contact(),
                space.zone(),
                language,
                isStopped && all.isEmpty() ? DoorSections.stopped(voice) : DoorSections.of(all, troubles, voice),
                ways,
                detail.flatMap(person -> person.ways().readAt()).map(at -> seen(at, voice)),
                detail.filter(DoorsOfMember::usesPin).isPresent(),
                troubles.stream()
                        .map(trouble -> ReasonWords.say(trouble, voice))
                        .toList(),
                all.stream().flatMap(door -> door.seenAt().stream()).min(Comparator.naturalOrder()),
                calls.of(id, customer).stream().map(call -> told(call, voice)).toList());
    }
}
