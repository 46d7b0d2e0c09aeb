package app.latchkey.sync.run;

import app.latchkey.audit.Audit;
import app.latchkey.entitlement.Entitlement;
import app.latchkey.shared.CustomerId;
import app.latchkey.shared.SpaceId;
import app.latchkey.space.EachSpace;
import app.latchkey.space.Scopes;
import app.latchkey.space.Space;
import app.latchkey.sync.ByHand;
import app.latchkey.sync.InByHand;
import app.latchkey.sync.Subject;
import app.latchkey.sync.Ticked;
import app.latchkey.sync.plan.Membership;
import app.latchkey.sync.plan.Ownership;
import app.latchkey.sync.work.DueWork;
import app.latchkey.sync.work.Kicks;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;

/** Takes an operator's word on whom others have put in a group, and keeps it when its time comes. */
@Service
class AnswerByHand implements ByHand {

    private final Scopes scopes;
    private final EachSpace each;
    private final ByHandRows rows;
    private final Ledger ledger;
    private final Entitled entitled;
    private final RailHistory rails;
    private final DueWork due;
    private final Kicks kicks;
    private final Audit audit;
    private final Clock clock;

    AnswerByHand(
            Scopes scopes,
            EachSpace each,
            ByHandRows rows,
            Ledger ledger,
            Entitled entitled,
            RailHistory rails,
            DueWork due,
            Kicks kicks,
            Audit audit,
            Clock clock) {
        this.scopes = scopes;
        this.each = each;
        this.rows = rows;
        this.ledger = ledger;
        this.entitled = entitled;
        this.rails = rails;
        this.due = due;
        this.kicks = kicks;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public List<InByHand> all(SpaceId space) {
        return scopes.inSpace(space, rows::all);
    }

    @Override
    public int count(SpaceId space) {
        return scopes.inSpace(space, rows::count);
    }

    @Override
    public boolean lookAfter(SpaceId space, InByHand person, String who) {
        Instant now = clock.instant();
        boolean explained = scopes.inSpace(space, () -> {
            List<Entitlement> reasons = reasons(person, now);
            if (reasons.isEmpty()) {
                return false;
            }
            rows.forgetEnd(membership(person));
            ledger.own(membership(person), Ownership.ADOPTED, reasons, now);
            record(space, who, "took over somebody whom others had put in a group", person, Map.of());
            due.insist(subject(person), now, "looked after from now on", now);
            return true;
        });
        kicks.now();
        return explained;
    }

    /** What lets the person in at this moment, whoever put them in. */
    private List<Entitlement> reasons(InByHand person, Instant now) {
        Set<CustomerId> customers = person.customer().map(Set::of).orElse(Set.of());
        return entitled.of(customers).stream()
                .filter(reason -> reason.group().equals(person.place().group()))
                .filter(reason -> reason.window().contains(now))
                .toList();
    }

    @Override
    public void endAt(SpaceId space, InByHand person, Instant end, String who) {
        scopes.inSpace(space, () -> {
            rows.end(membership(person), end);
            record(
                    space,
                    who,
                    "set an end for somebody whom others had put in a group",
                    person,
                    Map.of("end", end.toString()));
        });
        keep(space, clock.instant());
    }

    @Override
    public void neverTouch(SpaceId space, InByHand person, String who) {
        Instant now = clock.instant();
        scopes.inSpace(space, () -> {
            rows.forgetEnd(membership(person));
            ledger.own(membership(person), Ownership.PROTECTED, List.of(), now);
            record(space, who, "protected somebody in a group from every change", person, Map.of());
            due.insist(subject(person), now, "never touched from now on", now);
        });
        kicks.now();
    }

    @Override
    public void leaveAsItIs(SpaceId space, InByHand person, String who) {
        Instant now = clock.instant();
        scopes.inSpace(space, () -> {
            rows.forgetEnd(membership(person));
            ledger.disown(membership(person), Ownership.PROTECTED);
            record(space, who, "left somebody in a group as others had put them there", person, Map.of());
            due.insist(subject(person), now, "in by hand as before", now);
        });
        kicks.now();
    }

    @EventListener
    void on(Ticked tick) {
        each.serve("ends of what was done by hand", Space::active, space -> keep(space.id(), tick.at()));
    }

    /** Whose end has come is ours without a reason: the next run takes them out, unless it finds one. The operator has seen that by name. */
    private void keep(SpaceId space, Instant now) {
        boolean some = scopes.inSpace(space, () -> {
            List<Membership> ended = rows.takeOver(now);
            ended.forEach(membership -> ledger.own(membership, Ownership.ADOPTED, List.of(), now));
            rails.previewed(ended, now);
            if (!ended.isEmpty()) {
                due.insist(Subject.wholeSpace(), now, "an end that an operator has set", now);
            }
            return !ended.isEmpty();
        });
        if (some) {
            kicks.now();
        }
    }

    private void record(SpaceId space, String who, String what, InByHand person, Map<String, String> more) {
        Map<String, String> facts = new HashMap<>(more);
        facts.put("person", person.name());
        facts.put("group", person.groupName());
        audit.record(space, who, what, facts);
    }

    private static Subject subject(InByHand person) {
        return person.customer().map(Subject::customer).orElseGet(Subject::wholeSpace);
    }

    private static Membership membership(InByHand person) {
        return new Membership(person.place().user(), person.place().group());
    }
}
