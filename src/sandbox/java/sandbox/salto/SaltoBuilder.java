package sandbox.salto;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Objects;
import sandbox.salto.SaltoState.Login;

/** Fills a Salto before it opens: sites, logins, doors, access groups and users. Ids follow from the order of the calls. */
public final class SaltoBuilder {
    private final SaltoState state;

    public SaltoBuilder(SaltoState state) {
        this.state = state;
    }

    /** Answers the site's id. */
    public String site(String uid, String name, ZoneId zone, int seats) {
        Site site = new Site(state.newId("site"), uid, name, zone);
        site.seatsBought = seats;
        site.iqId = state.newId("iq");
        for (String code : Role.CODES) {
            String[] parts = code.split(":", -1);
            Role role = new Role(state.newId("role"), parts[0], parts[1], Integer.parseInt(parts[2]));
            site.roles.put(role.id(), role);
        }
        state.sites.put(site.id, site);
        return site.id;
    }

    public void unreleased(String siteId) {
        state.siteNamed(siteId).released = false;
    }

    /** Somebody who can sign in at the identity server; a person on the platform, not yet on any site. */
    public void login(String email, String firstName, String lastName, String password) {
        Person person = state.addPerson(firstName, lastName, email);
        person.hasProfile = true;
        person.managedBySite = false;
        state.logins.put(email, new Login(email, password, person));
    }

    /** Puts a login onto a site with one role. */
    public void role(String login, String siteId, String code) {
        Site site = state.siteNamed(siteId);
        Person person = Objects.requireNonNull(state.logins.get(login)).person();
        SiteUser user = new SiteUser(state.newId("user"), person);
        user.roleIds.add(site.roleByCode(code).id());
        site.users.put(user.id, user);
        if (code.equals("site_owner")) {
            site.owner = person;
        }
    }

    /** Answers the lock's id. */
    public String lock(String siteId, String name) {
        Site site = state.siteNamed(siteId);
        Lock lock = new Lock(state.newId("lock"), name, "0163%04d".formatted(site.locks.size() + 1), site.iqId);
        site.locks.put(lock.id, lock);
        return lock.id;
    }

    /** An access group that counts always. Answers its id. */
    public String group(String siteId, String name, String... lockIds) {
        String id = groupWithoutSchedule(siteId, name, lockIds);
        TimeSchedule always = TimeSchedule.always(state.newId("schedule"));
        state.group(id).schedules.put(always.id(), always);
        return id;
    }

    /** An access group that counts on weekdays between two local times. */
    public String weekdayGroup(String siteId, String name, LocalTime from, LocalTime to, String... lockIds) {
        String id = groupWithoutSchedule(siteId, name, lockIds);
        TimeSchedule weekdays = TimeSchedule.weekdays(state.newId("schedule"), from, to);
        state.group(id).schedules.put(weekdays.id(), weekdays);
        return id;
    }

    public String groupWithoutSchedule(String siteId, String name, String... lockIds) {
        AccessGroup group = new AccessGroup(state.newId("group"), name);
        group.lockIds.addAll(Arrays.asList(lockIds));
        state.siteNamed(siteId).groups.put(group.id, group);
        return group.id;
    }

    /** A user with a completed profile. Answers the platform user id. */
    public String user(String siteId, String firstName, String lastName, String email) {
        return user(state.siteNamed(siteId), firstName, lastName, email);
    }

    String user(Site site, String firstName, String lastName, String email) {
        Person person = state.personByEmail(email).orElseGet(() -> {
            Person added = state.addPerson(firstName, lastName, email);
            added.hasProfile = true;
            added.managedBySite = false;
            return added;
        });
        SiteUser user = new SiteUser(state.newId("user"), person);
        user.roleIds.add(site.roleByCode("site_user").id());
        user.subscribed = site.hasFreeSeat();
        site.users.put(user.id, user);
        return person.id;
    }

    /** Lets a user open by a PIN; none is made yet. */
    public void usesPin(String siteId, String email) {
        Site site = state.siteNamed(siteId);
        site.userOf(state.personByEmail(email).orElseThrow()).orElseThrow().usePin = true;
    }

    /** A tag that the site has, and nobody yet. */
    public void tag(String siteId, String number) {
        state.siteNamed(siteId).tags.put(number, state.newId("tag"));
    }

    public void member(String platformUserId, String groupId) {
        state.group(groupId).members.put(platformUserId, Instant.EPOCH);
    }
}
