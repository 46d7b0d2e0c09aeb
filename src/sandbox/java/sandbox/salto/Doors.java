package sandbox.salto;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import sandbox.http.Fields;

/** The locks: decide who may open, and write down who tried. */
final class Doors {
    /** Seen for three PINs that nobody had: it looks like anybody's id, and is nobody's. */
    private static final String NOBODY = "ee8f17b4-701b-4aa6-9f1c-22f71cc61ca6";

    private final SaltoState state;
    private final SaltoSettings settings;
    private final BiConsumer<Site, Fields> written;

    /** @param written hears of every entry of a site that is reached */
    Doors(SaltoState state, SaltoSettings settings, BiConsumer<Site, Fields> written) {
        this.state = state;
        this.settings = settings;
        this.written = written;
    }

    Decision decide(String idOrEmail, Site site, Lock lock, Instant when) {
        Optional<SiteUser> user = state.findPerson(idOrEmail).flatMap(site::userOf);
        return user.isEmpty() ? Decision.UNKNOWN_PERSON : decide(site, lock, user.get(), when);
    }

    /** As {@link #decide}, and written into the site's entries. */
    Decision attempt(String idOrEmail, Site site, Lock lock, Instant when) {
        Decision decision = decide(idOrEmail, site, lock, when);
        Optional<Person> person = state.findPerson(idOrEmail);
        boolean byPin =
                person.flatMap(site::userOf).filter(user -> user.pin == null).isEmpty();
        write(site, lock, person.orElse(null), decision, byPin ? "pin_code" : "tag", when);
        return decision;
    }

    /** Whoever turns the handle inside shows nothing, so that nobody is named. */
    void opensFromInside(Site site, Lock lock, Instant when) {
        Fields entry = entry(site, lock, null, Decision.OPENS, "inside_handle", when);
        keep(site, entry.with("user_id", null).with("exit_requested", true));
    }

    void opensByPin(String named, Site site, Lock lock, Instant when) {
        write(site, lock, state.findPerson(named).orElseThrow(), Decision.OPENS, "pin_code", when);
    }

    void opensFromAfar(Site site, Lock lock, Person by, Instant when) {
        write(site, lock, by, Decision.OPENS, "remote", when);
    }

    /** The door stays open for everybody from its office mode's beginning to its end; nobody does that. */
    void officeMode(Site site, Lock lock, boolean begins, Instant when) {
        Fields entry = entry(site, lock, null, Decision.OPENS, "", when);
        keep(
                site,
                entry.with("event_category", "easy_office_mode")
                        .with("event_detail", begins ? "start" : "end")
                        .with("user_id", null)
                        .with("access_by", null));
    }

    private Decision decide(Site site, Lock lock, SiteUser user, Instant when) {
        if (!site.subscriptionValid) {
            return Decision.SITE_LAPSED;
        }
        if (!user.subscribed) {
            return Decision.SUSPENDED;
        }
        if (user.blocked) {
            return Decision.BLOCKED;
        }
        if (user.expiresAt != null && !when.isBefore(user.expiresAt)) {
            return Decision.EXPIRED;
        }
        Decision byGroup = decideByGroup(site, lock, user, when);
        return byGroup.opens() && !user.hasCredential(mayUsePhone(site, user)) ? Decision.NO_CREDENTIAL : byGroup;
    }

    private boolean mayUsePhone(Site site, SiteUser user) {
        return settings.phoneRole.isEmpty()
                || user.roleIds.stream().anyMatch(id -> site.role(id).code().equals(settings.phoneRole));
    }

    private Decision decideByGroup(Site site, Lock lock, SiteUser user, Instant when) {
        List<AccessGroup> joined = site.groups.values().stream()
                .filter(group -> group.lockIds.contains(lock.id)
                        && site.membersAtTheLocks(group).containsKey(user.person.id))
                .toList();
        List<AccessGroup> arrived = joined.stream()
                .filter(group -> hasArrived(site, group, user, when))
                .toList();
        List<TimeSchedule> atTheLock = arrived.stream()
                .flatMap(group -> group.schedules.values().stream().filter(one -> hasArrived(group, one, when)))
                .toList();
        LocalDateTime local = LocalDateTime.ofInstant(when, site.zone);
        if (joined.isEmpty()) {
            return Decision.NO_GROUP;
        }
        if (arrived.isEmpty()) {
            return Decision.NOT_AT_THE_LOCK_YET;
        }
        if (arrived.stream().allMatch(group -> group.schedules.isEmpty())) {
            return Decision.NO_SCHEDULE;
        }
        if (atTheLock.isEmpty()) {
            return Decision.NOT_AT_THE_LOCK_YET;
        }
        return atTheLock.stream().anyMatch(schedule -> schedule.covers(local))
                ? Decision.OPENS
                : Decision.OUTSIDE_SCHEDULE;
    }

    private boolean hasArrived(Site site, AccessGroup group, SiteUser user, Instant when) {
        Instant joined = site.membersAtTheLocks(group).get(user.person.id);
        return joined != null && !when.isBefore(joined.plus(settings.lockDelay));
    }

    private boolean hasArrived(AccessGroup group, TimeSchedule schedule, Instant when) {
        Instant set = group.scheduledAt.getOrDefault(schedule.id(), Instant.EPOCH);
        return !when.isBefore(set.plus(settings.scheduleDelay));
    }

    private void write(Site site, Lock lock, @Nullable Person person, Decision decision, String by, Instant when) {
        keep(site, entry(site, lock, person, decision, by, when));
    }

    private void keep(Site site, Fields entry) {
        if (site.write(entry)) {
            written.accept(site, entry);
        }
    }

    private Fields entry(Site site, Lock lock, @Nullable Person person, Decision decision, String by, Instant when) {
        return Fields.of(
                        "id",
                        state.newId("entry"),
                        "event_category",
                        decision.opens() ? "lock_opened" : "lock_rejected",
                        "event_detail",
                        detail(decision),
                        "utc_date_time",
                        when.truncatedTo(ChronoUnit.SECONDS),
                        "local_date_time",
                        LocalDateTime.ofInstant(when, site.zone),
                        "lock_id",
                        lock.id,
                        "lock_customer_reference",
                        lock.name,
                        "lock_mac_address",
                        lock.mac,
                        "user_id",
                        person == null ? NOBODY : person.id,
                        "user_first_name",
                        person == null ? null : person.firstName,
                        "user_last_name",
                        person == null ? null : person.lastName)
                .with("user_alias", null)
                .with("user_image_url", null)
                .with("iq_id", lock.iqId)
                .with("exit_requested", false)
                .with("access_by", by)
                .with("access_detail", by.equals("tag") && person != null ? person.tagNumber : null)
                .with("ttl_in_seconds", Site.EVENTS_KEPT.toSeconds())
                .with("expiration_date_time", when.plus(Site.EVENTS_KEPT));
    }

    private static @Nullable String detail(Decision decision) {
        return switch (decision) {
            case OPENS -> null;
            case SUSPENDED, SITE_LAPSED -> "suspended";
            case UNKNOWN_PERSON,
                    BLOCKED,
                    EXPIRED,
                    NO_GROUP,
                    NOT_AT_THE_LOCK_YET,
                    NO_SCHEDULE,
                    OUTSIDE_SCHEDULE,
                    NO_CREDENTIAL -> "no_access";
        };
    }
}
