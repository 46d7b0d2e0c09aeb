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
    private static final String NOBODY = "00000000-0000-0000-0000-000000000000";
    private static final int RETENTION_SECONDS = 7_776_000;

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

    void opensByPin(String named, Site site, Lock lock, Instant when) {
        write(site, lock, state.findPerson(named).orElseThrow(), Decision.OPENS, "pin_code", when);
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
        return byGroup.opens() && !user.hasCredential() ? Decision.NO_CREDENTIAL : byGroup;
    }

    private Decision decideByGroup(Site site, Lock lock, SiteUser user, Instant when) {
        List<AccessGroup> joined = site.groups.values().stream()
                .filter(group -> group.lockIds.contains(lock.id)
                        && site.membersAtTheLocks(group).containsKey(user.person.id))
                .toList();
        List<AccessGroup> arrived = joined.stream()
                .filter(group -> hasArrived(site, group, user, when))
                .toList();
        List<TimeSchedule> schedules = arrived.stream()
                .flatMap(group -> group.schedules.values().stream())
                .toList();
        LocalDateTime local = LocalDateTime.ofInstant(when, site.zone);
        if (joined.isEmpty()) {
            return Decision.NO_GROUP;
        }
        if (arrived.isEmpty()) {
            return Decision.NOT_AT_THE_LOCK_YET;
        }
        if (schedules.isEmpty()) {
            return Decision.NO_SCHEDULE;
        }
        return schedules.stream().anyMatch(schedule -> schedule.covers(local))
                ? Decision.OPENS
                : Decision.OUTSIDE_SCHEDULE;
    }

    private boolean hasArrived(Site site, AccessGroup group, SiteUser user, Instant when) {
        Instant joined = site.membersAtTheLocks(group).get(user.person.id);
        return joined != null && !when.isBefore(joined.plus(settings.lockDelay));
    }

    private void write(Site site, Lock lock, @Nullable Person person, Decision decision, String by, Instant when) {
        Fields entry = Fields.of(
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
                .with("access_detail", null)
                .with("ttl_in_seconds", RETENTION_SECONDS)
                .with("expiration_date_time", when.plusSeconds(RETENTION_SECONDS));
        if (site.write(entry)) {
            written.accept(site, entry);
        }
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
