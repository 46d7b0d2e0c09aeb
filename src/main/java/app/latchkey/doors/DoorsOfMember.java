package app.latchkey.doors;

import app.latchkey.entitlement.Audience;
import app.latchkey.entitlement.Voice;
import app.latchkey.identity.SignedIn;
import app.latchkey.shared.CustomerId;
import app.latchkey.shared.SpaceId;
import app.latchkey.space.MemberDirectory;
import app.latchkey.space.MemberSpace;
import app.latchkey.space.Space;
import app.latchkey.sync.CustomerDirectory;
import app.latchkey.sync.Doorways;
import app.latchkey.sync.Subject;
import app.latchkey.sync.Sync;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Service;

/** What a signed-in member's doors are, at every space that knows the address. */
@Service
public class DoorsOfMember {

    private final MemberDirectory directory;
    private final Doorways doorways;
    private final CustomerDirectory customers;
    private final Sync sync;
    private final Clock clock;

    public DoorsOfMember(
            MemberDirectory directory, Doorways doorways, CustomerDirectory customers, Sync sync, Clock clock) {
        this.directory = directory;
        this.doorways = doorways;
        this.customers = customers;
        this.sync = sync;
        this.clock = clock;
    }

    /** Grouped by space, in the order of their names; empty for an address no space knows. */
    public List<SpaceDoors> of(SignedIn member) {
        List<SpaceDoors> all = new ArrayList<>();
        for (MemberSpace known : directory.spacesOf(member.email())) {
            for (CustomerId customer : known.customers()) {
                all.add(at(known.space(), customer));
            }
        }
        return List.copyOf(all);
    }

    /** Has the member looked at again now: for somebody who stands at a locked door. */
    public void lookAgain(SpaceDoors doors) {
        sync.wake(doors.space(), Subject.customer(doors.customer()), "asked by the member at the door");
    }

    private SpaceDoors at(Space space, CustomerId customer) {
        SpaceId id = space.id();
        Voice voice = new Voice(Audience.MEMBER, space.name(), space.zone(), clock.instant());
        List<WayIn> ways = customers
                .detail(id, customer)
                .map(person -> WayIn.of(person, space.passport().offered()))
                .orElse(List.of());
        return new SpaceDoors(
                id,
                customer,
                space.name(),
                space.contact(),
                DoorSections.of(doorways.of(id, customer), voice),
                ways,
                space.paused());
    }
}
