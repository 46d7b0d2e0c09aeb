package app.latchkey.sync.read;

import app.latchkey.shared.CustomerId;
import app.latchkey.shared.LockId;
import app.latchkey.shared.SpaceId;
import app.latchkey.space.Scopes;
import app.latchkey.sync.DoorState;
import app.latchkey.sync.Doorway;
import app.latchkey.sync.Doorways;
import app.latchkey.sync.WhyNot;
import app.latchkey.sync.read.GroupFacts.Door;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/** A member's doors, by what runs have recorded. */
@Service
class RecordedDoorways implements Doorways {

    private static final Comparator<Doorway> LIKELIEST = Comparator.comparing((Doorway door) -> rank(door.state()))
            .thenComparing(door -> door.window().map(window -> window.from()).orElse(Instant.MIN))
            .thenComparing(Doorway::door)
            .thenComparing(Doorway::groupName);

    private final Scopes scopes;
    private final GroupFactsRows facts;
    private final Clock clock;

    RecordedDoorways(Scopes scopes, GroupFactsRows facts, Clock clock) {
        this.scopes = scopes;
        this.facts = facts;
        this.clock = clock;
    }

    @Override
    public List<Doorway> of(SpaceId space, CustomerId customer) {
        Instant now = clock.instant();
        return scopes.inSpace(space, () -> facts.of(customer, now)).stream()
                .flatMap(group -> doorways(group, now))
                .sorted(LIKELIEST)
                .toList();
    }

    private static Stream<Doorway> doorways(GroupFacts group, Instant now) {
        return Judged.of(group, now).stream()
                .flatMap(judged -> group.doors().isEmpty()
                        ? Stream.of(doorway(group, judged, Optional.empty()))
                        : group.doors().stream().map(door -> doorway(group, judged, Optional.of(door))));
    }

    private static Doorway doorway(GroupFacts group, Judged judged, Optional<Door> door) {
        boolean online = door.map(Door::online).orElse(true);
        boolean opens = judged.state() == DoorState.OPEN || judged.state() == DoorState.BY_HAND;
        Optional<WhyNot> offline = opens && !online ? Optional.of(WhyNot.LOCK_OFFLINE) : Optional.empty();
        return new Doorway(
                group.group(),
                group.name(),
                door.map(known -> new LockId(known.lock())),
                door.map(Door::name).orElse(group.name()),
                online,
                judged.state(),
                judged.window(),
                judged.because(),
                judged.reason().or(() -> offline),
                group.confirmedAt());
    }

    private static int rank(DoorState state) {
        return switch (state) {
            case OPEN -> 0;
            case BY_HAND -> 1;
            case ON_ITS_WAY -> 2;
            case NEXT -> 3;
            case WITHHELD -> 4;
            case CLOSED -> 5;
        };
    }
}
