package app.latchkey.onboarding;

import app.latchkey.salto.AccessGroup;
import app.latchkey.salto.Installation;
import app.latchkey.salto.Installation.Iq;
import app.latchkey.salto.Lock;
import app.latchkey.salto.Site;
import app.latchkey.salto.StreamState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What the chosen site looks like, each finding with its cure. */
final class SaltoChecks {

    private static final String READ_INSTEAD = "Works without it: doors are read every few minutes instead.";

    private SaltoChecks() {}

    /** @param stream how it stands with the site's event stream, where this deployment listens to any */
    static List<Check> of(
            Site site,
            List<AccessGroup> groups,
            Installation installation,
            boolean readsEvents,
            Optional<StreamState> stream) {
        List<Check> checks = new ArrayList<>(all(site, groups, installation, readsEvents));
        stream.map(SaltoChecks::stream).ifPresent(checks::add);
        return List.copyOf(checks);
    }

    private static List<Check> all(
            Site site, List<AccessGroup> groups, Installation installation, boolean readsEvents) {
        return List.of(
                Check.good("Signed in"),
                Check.good("Site admin of " + site.name()),
                Check.good("Released by the installer"),
                Check.good("Subscription valid"),
                plan(installation),
                seats(site),
                gateways(installation),
                locks(groups),
                schedules(groups),
                doors(groups),
                fromAfar(installation),
                readsEvents
                        ? Check.good("Door events can be read")
                        : Check.weak("Door events cannot be read", "Works without them; we cannot say who came in."));
    }

    private static Check stream(StreamState stream) {
        return switch (stream) {
            case LIVE -> Check.good("Event stream: what happens at a door is seen at once");
            case NOT_SUBSCRIBED ->
                Check.weak(
                        "Event stream: not in the subscription",
                        READ_INSTEAD + " Your Salto partner can add it to the subscription.");
            case REFUSED ->
                Check.weak(
                        "Event stream: refused to this login",
                        READ_INSTEAD + " Salto gives it to logins with the role Site Admin.");
            case NOT_REACHABLE ->
                Check.weak("Event stream: not reachable now", READ_INSTEAD + " We go on trying by ourselves.");
        };
    }

    /** Salto gives the plan a name and says nowhere which level that is. */
    private static Check plan(Installation installation) {
        String cure =
                "Ask your Salto partner whether it lets other systems in; what we need of it, the other lines show.";
        return installation
                .plan()
                .map(name -> Check.unknown("Level of the plan “%s”: Salto does not say".formatted(name), cure))
                .orElseGet(() -> Check.unknown("Level of the plan: Salto does not show it", cure));
    }

    private static Check gateways(Installation installation) {
        return installation
                .iqs()
                .map(SaltoChecks::gateways)
                .orElseGet(() -> Check.unknown(
                        "Gateways (IQs): Salto does not show them", "Look in Salto whether they are online."));
    }

    private static Check gateways(List<Iq> iqs) {
        if (iqs.isEmpty()) {
            return Check.weak("No gateway (IQ)", "Without one no change reaches a lock. Ask your installer.");
        }
        String offline =
                iqs.stream().filter(iq -> !iq.online()).map(Iq::name).sorted().collect(Collectors.joining(", "));
        long online = iqs.stream().filter(Iq::online).count();
        String words = "%d of %d gateways (IQs) online".formatted(online, iqs.size());
        return offline.isEmpty()
                ? Check.good(words)
                : Check.weak(
                        words,
                        "Offline: %s. Locks keep what they knew until it is back. Look at power and network."
                                .formatted(offline));
    }

    /** What is set up can be seen; whether the right is there too, only opening a door would tell. */
    private static Check fromAfar(Installation installation) {
        String cure = "Works without it: we open no door.";
        return installation
                .activated()
                .map(number -> number > 0
                        ? Check.unknown(
                                "Remote opening: set up for this login; whether it may, only opening a door would tell",
                                cure)
                        : Check.weak(
                                "Remote opening: not set up for this login",
                                cure + " Set it up in Salto if you want it there."))
                .orElseGet(() -> Check.unknown("Remote opening: Salto does not say", cure));
    }

    private static Check seats(Site site) {
        String words = "%d of %d seats in use".formatted(site.seatsUsed(), site.seatsBought());
        return site.seatsFree() > 0
                ? Check.good(words)
                : Check.weak(
                        words,
                        "Newcomers cannot open until there is a free seat. Buy seats, or free those of people who"
                                + " left.");
    }

    private static Check locks(List<AccessGroup> groups) {
        List<Lock> locks = groups.stream()
                .flatMap(group -> group.locks().stream())
                .distinct()
                .toList();
        String offline = locks.stream()
                .filter(lock -> !lock.online())
                .map(Lock::name)
                .sorted()
                .collect(Collectors.joining(", "));
        long online = locks.stream().filter(Lock::online).count();
        String words = "%d of %d locks online".formatted(online, locks.size());
        return offline.isEmpty()
                ? Check.good(words)
                : Check.weak(words, "Offline: " + offline + ". Look at power and network.");
    }

    private static Check schedules(List<AccessGroup> groups) {
        String without =
                named(groups.stream().filter(group -> !group.hasSchedule()).toList());
        long with = groups.stream().filter(AccessGroup::hasSchedule).count();
        String words = "%d of %d access groups have a time schedule".formatted(with, groups.size());
        return without.isEmpty()
                ? Check.good(words)
                : Check.weak(words, "Salto opens no door for a group without one: " + without + ".");
    }

    private static Check doors(List<AccessGroup> groups) {
        String empty =
                named(groups.stream().filter(group -> group.locks().isEmpty()).toList());
        return empty.isEmpty()
                ? Check.good("Every access group holds a door")
                : Check.weak("Some access groups hold no door", "People in these open nothing: " + empty + ".");
    }

    private static String named(List<AccessGroup> groups) {
        return groups.stream().map(AccessGroup::name).sorted().collect(Collectors.joining(", "));
    }
}
