package app.latchkey.sync.read;

import app.latchkey.entitlement.DoorState;
import app.latchkey.entitlement.Reason;
import app.latchkey.shared.CustomerId;
import app.latchkey.shared.LockId;
import app.latchkey.shared.SpaceId;
import app.latchkey.space.Scopes;
import app.latchkey.sync.Doorway;
import app.latchkey.sync.Doorways;
import app.latchkey.sync.Recheck;
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
    private final Baskets baskets;
    private final TroubleRows troubles;
    private final Clock clock;

    RecordedDoorways(Scopes scopes, GroupFactsRows facts, Baskets baskets, TroubleRows troubles, Clock clock) {
        this.scopes = scopes;
        this.facts = facts;
        this.baskets = baskets;
        this.troubles = troubles;
        this.clock = clock;
    }

    @Override
    public List<Doorway> of(SpaceId space, CustomerId customer) {
        Instant now = clock.instant();
        return scopes.inSpace(space, () -> doorways(space, customer, now)).stream()
                .sorted(LIKELIEST)
                .toList();
    }

    @Override
    public List<Reason> troubles(SpaceId space) {
        return scopes.inSpace(space, () -> troubles.all(clock.instant()));
    }

    @Override
    public Recheck recheck(SpaceId space, CustomerId customer, Instant asked) {
        return scopes.inSpace(space, () -> troubles.recheck(customer, asked));
    }

    private List<Doorway> doorways(SpaceId space, CustomerId customer, Instant now) {
        Basket basket = baskets.of(space, customer);
        Explanations explanations = new Explanations(basket, troubles.all(now), now);
        return facts.of(customer, basket.groups(now), now).stream()
                .flatMap(group -> judged(group, basket, now).stream()
                        .flatMap(judged -> doorways(
                                group, judged, explanations.of(group, judged).hindrance())))
                .toList();
    }

    /** Something may have been bought that has not come to anything: then why is what there is to say, of a suspended person too. */
    private static List<Judged> judged(GroupFacts group, Basket basket, Instant now) {
        List<Judged> known = Judged.of(group, now);
        boolean stopped = group.holder().stopped() && basket.groups(now).contains(group.group());
        boolean unsaid =
                known.isEmpty() && (stopped || basket.whyNot(group.group(), now).isPresent());
        return unsaid ? List.of(new Judged(DoorState.CLOSED, Optional.empty(), List.of(), Optional.empty())) : known;
    }

    private static Stream<Doorway> doorways(GroupFacts group, Judged judged, Optional<Reason> reason) {
        return group.doors().isEmpty()
                ? Stream.of(doorway(group, judged, reason, Optional.empty()))
                : group.doors().stream().map(door -> doorway(group, judged, reason, Optional.of(door)));
    }

    private static Doorway doorway(GroupFacts group, Judged judged, Optional<Reason> reason, Optional<Door> door) {
        Optional<Reason> offline =
                door.filter(known -> !known.online()).map(known -> new Reason.LockOffline(offlineSince(known, group)));
        return new Doorway(
                group.group(),
                group.name(),
                door.map(known -> new LockId(known.lock())),
                door.map(Door::name).orElse(group.name()),
                offline.isEmpty(),
                judged.state(),
                judged.window(),
                judged.because(),
                reason.or(() -> offline),
                group.confirmedAt(),
                group.inSince(),
                group.seenAt());
    }

    private static Instant offlineSince(Door door, GroupFacts group) {
        return Optional.ofNullable(door.offlineSince()).or(group::seenAt).orElse(Instant.EPOCH);
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
