package app.latchkey.sync.run;

import app.latchkey.audit.Audit;
import app.latchkey.entitlement.Gift;
import app.latchkey.matching.Matching;
import app.latchkey.salto.AccessGroup;
import app.latchkey.salto.Lock;
import app.latchkey.salto.Snapshot;
import app.latchkey.shared.AccessGroupId;
import app.latchkey.shared.CustomerId;
import app.latchkey.shared.NaturalOrder;
import app.latchkey.shared.SpaceId;
import app.latchkey.space.Scopes;
import app.latchkey.sync.GiftRow;
import app.latchkey.sync.Gifts;
import app.latchkey.sync.Subject;
import app.latchkey.sync.work.DueWork;
import app.latchkey.sync.work.Kicks;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** Gifts, and the work that follows from them. */
@Service
class RecordedGifts implements Gifts {

    private final Scopes scopes;
    private final GiftRows rows;
    private final Matching matching;
    private final Snapshot salto;
    private final DueWork due;
    private final Kicks kicks;
    private final Audit audit;
    private final Clock clock;

    RecordedGifts(
            Scopes scopes,
            GiftRows rows,
            Matching matching,
            Snapshot salto,
            DueWork due,
            Kicks kicks,
            Audit audit,
            Clock clock) {
        this.scopes = scopes;
        this.rows = rows;
        this.matching = matching;
        this.salto = salto;
        this.due = due;
        this.kicks = kicks;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public List<Choice> choices(SpaceId space) {
        Set<AccessGroupId> matched = matching.current(space).groups();
        return scopes.inSpace(
                space,
                () -> salto.groups().stream()
                        .filter(group -> matched.contains(group.id()))
                        .sorted(NaturalOrder.by(AccessGroup::name))
                        .map(RecordedGifts::choice)
                        .toList());
    }

    private static Choice choice(AccessGroup group) {
        return new Choice(
                group.id(),
                group.name(),
                group.locks().stream().map(Lock::name).sorted().toList());
    }

    @Override
    public void give(SpaceId space, Gift gift, String who) {
        Instant until = gift.window().end().orElseThrow();
        Instant now = clock.instant();
        if (Duration.between(now, until).compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("Access is given for " + LONGEST.toDays() + " days at most");
        }
        scopes.inSpace(space, () -> {
            UUID id = rows.add(gift);
            audit.record(
                    space,
                    who,
                    "gave access",
                    Map.of(
                            "gift", id.toString(),
                            "customer", gift.customer().toString(),
                            "group", name(gift.group()),
                            "until", until.toString(),
                            "reason", gift.reason()));
            due.insist(Subject.customer(gift.customer()), now, "access was given", now);
        });
        kicks.now();
    }

    @Override
    public boolean takeBack(SpaceId space, UUID gift, String who) {
        Instant now = clock.instant();
        Optional<CustomerId> whose = scopes.inSpace(space, () -> {
            Optional<CustomerId> customer = rows.takeBack(gift, now);
            customer.ifPresent(known -> {
                audit.record(space, who, "took given access back", Map.of("gift", gift.toString()));
                due.insist(Subject.customer(known), now, "given access was taken back", now);
            });
            return customer;
        });
        kicks.now();
        return whose.isPresent();
    }

    @Override
    public List<GiftRow> of(SpaceId space, CustomerId customer) {
        return scopes.inSpace(space, () -> rows.of(customer, clock.instant()));
    }

    private String name(AccessGroupId group) {
        return salto.groups().stream()
                .filter(known -> known.id().equals(group))
                .map(AccessGroup::name)
                .findFirst()
                .orElse(group.toString());
    }
}
