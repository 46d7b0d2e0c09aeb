package app.latchkey.sync.run;

import app.latchkey.connection.PartnerFailure;
import app.latchkey.entitlement.Entitlement;
import app.latchkey.entitlement.NamedItem;
import app.latchkey.nexudus.OptionalSource;
import app.latchkey.nexudus.Snapshot;
import app.latchkey.shared.CustomerId;
import app.latchkey.shared.NaturalOrder;
import app.latchkey.shared.PlatformUserId;
import app.latchkey.shared.SpaceId;
import app.latchkey.shared.Window;
import app.latchkey.space.Scopes;
import app.latchkey.space.SpaceRules;
import app.latchkey.space.Spaces;
import app.latchkey.sync.RuleEffects;
import app.latchkey.sync.RulePreview;
import app.latchkey.sync.RulePreview.Shift;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Service;

/** Plans under the rules as they are and as they would be; the difference is the effect. */
@Service
class PreviewedRules implements RuleEffects {

    private final Scopes scopes;
    private final Spaces spaces;
    private final OptionReads options;
    private final Reviewing reviewing;
    private final IdleSeats idleSeats;
    private final RailHistory rails;
    private final Snapshot nexudus;
    private final Clock clock;

    PreviewedRules(
            Scopes scopes,
            Spaces spaces,
            OptionReads options,
            Reviewing reviewing,
            IdleSeats idleSeats,
            RailHistory rails,
            Snapshot nexudus,
            Clock clock) {
        this.scopes = scopes;
        this.spaces = spaces;
        this.options = options;
        this.reviewing = reviewing;
        this.idleSeats = idleSeats;
        this.rails = rails;
        this.nexudus = nexudus;
        this.clock = clock;
    }

    private record Compared(RulePreview preview, Difference difference) {}

    @Override
    public Set<OptionalSource> read(SpaceId space, SpaceRules wanted) {
        Set<OptionalSource> more = new HashSet<>(OptionReads.wanted(wanted));
        more.removeAll(options.wanted(space));
        try {
            return options.read(space, more);
        } catch (PartnerFailure silent) {
            return more;
        }
    }

    @Override
    public RulePreview preview(SpaceId space, SpaceRules now, SpaceRules wanted) {
        return now.equals(wanted)
                ? RulePreview.nothing()
                : scopes.inSpace(
                        space,
                        () -> compare(space, now, wanted, clock.instant()).preview());
    }

    @Override
    public boolean promised(SpaceId space, SpaceRules now, SpaceRules wanted, RulePreview seen) {
        return scopes.inSpace(space, () -> {
            Instant at = clock.instant();
            Compared fresh = compare(space, now, wanted, at);
            boolean same = fresh.preview().promisesTheSameAs(seen);
            if (same) {
                rails.previewed(fresh.difference().removals(), at);
            }
            return same;
        });
    }

    @Override
    public List<NamedItem> items(SpaceId space) {
        return scopes.inSpace(
                space,
                () -> nexudus.items().stream()
                        .filter(item -> !item.archived())
                        .map(item -> new NamedItem(item.id(), item.name()))
                        .sorted(NaturalOrder.by(NamedItem::name))
                        .toList());
    }

    private Compared compare(SpaceId space, SpaceRules now, SpaceRules wanted, Instant at) {
        Evaluation before = reviewing.evaluate(space, now, at);
        Evaluation after = reviewing.evaluate(space, wanted, at);
        Difference difference = Difference.between(before, after, at);
        Set<PlatformUserId> seats = new HashSet<>(idleSeats.idle(after.planned()));
        seats.removeAll(idleSeats.idle(before.planned()));
        Situation situation = after.planned().situation();
        RulePreview preview = new RulePreview(
                difference.gains(),
                difference.losses(),
                shifts(before.planned(), after.planned(), at, spaces.get(space).zone()),
                seats.stream()
                        .map(situation::name)
                        .sorted(NaturalOrder.ofNames())
                        .toList());
        return new Compared(preview, difference);
    }

    /** Of the rest of today; whoever has nothing of it before or after gains or loses, and does not shift. */
    private static List<Shift> shifts(Planned before, Planned after, Instant now, ZoneId zone) {
        Instant midnight =
                now.atZone(zone).toLocalDate().plusDays(1).atStartOfDay(zone).toInstant();
        Window today = Window.between(now, midnight);
        List<Shift> shifts = new ArrayList<>();
        for (CustomerId customer : after.byCustomer().keySet()) {
            long had = minutes(before.byCustomer().getOrDefault(customer, List.of()), today);
            long has = minutes(after.byCustomer().getOrDefault(customer, List.of()), today);
            if (had > 0 && has > 0 && had != has) {
                shifts.add(new Shift(customer, after.situation().name(customer), has - had));
            }
        }
        return shifts.stream().sorted(NaturalOrder.by(Shift::name)).toList();
    }

    private static long minutes(List<Entitlement> entitlements, Window day) {
        List<Window> windows =
                Window.union(entitlements.stream().map(Entitlement::window).toList());
        return windows.stream()
                .flatMap(window -> window.intersect(day).stream())
                .mapToLong(
                        window -> Duration.between(window.from(), window.end().orElseThrow())
                                .toMinutes())
                .sum();
    }
}
