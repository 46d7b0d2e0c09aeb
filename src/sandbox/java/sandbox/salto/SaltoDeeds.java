package sandbox.salto;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Optional;

/** What people at a space, at Salto and at the doors do, without Latchkey. */
abstract class SaltoDeeds extends SaltoViews {
    final Clock clock;

    SaltoDeeds(SaltoState state, Clock clock) {
        super(state);
        this.clock = clock;
    }

    /** Somebody at the space puts a person into a group, without Latchkey. */
    public void addByHand(String idOrEmail, String groupId) {
        synchronized (state) {
            state.group(groupId).members.putIfAbsent(person(idOrEmail).id, clock.instant());
        }
    }

    public void removeByHand(String idOrEmail, String groupId) {
        synchronized (state) {
            state.group(groupId).members.remove(person(idOrEmail).id);
        }
    }

    /** A user made by hand; answers the platform user id. */
    public String addUserByHand(String site, String firstName, String lastName, String email) {
        synchronized (state) {
            return new SaltoBuilder(state).user(state.siteNamed(site), firstName, lastName, email);
        }
    }

    public void deleteUserByHand(String site, String idOrEmail) {
        synchronized (state) {
            Site found = state.siteNamed(site);
            found.remove(found.userOf(person(idOrEmail)).orElseThrow(), clock.instant());
        }
    }

    /** Salto knows this person no more, who is on no site. */
    public void forgetPerson(String idOrEmail) {
        synchronized (state) {
            state.persons.remove(person(idOrEmail).id);
        }
    }

    /** An access group made by hand, without locks; answers its id. */
    public String addGroupByHand(String site, String name) {
        synchronized (state) {
            return new SaltoBuilder(state).group(state.siteNamed(site).id, name);
        }
    }

    public void addSchedule(String groupId) {
        synchronized (state) {
            TimeSchedule always = TimeSchedule.always(state.newId("schedule"));
            state.group(groupId).add(always, clock.instant());
        }
    }

    /** The group counts every day between two local times, and at no other. */
    public void countsDaily(String groupId, LocalTime from, LocalTime until) {
        synchronized (state) {
            TimeSchedule daily = TimeSchedule.daily(state.newId("schedule"), from, until);
            state.group(groupId).schedules.clear();
            state.group(groupId).schedules.put(daily.id(), daily);
        }
    }

    public void block(String site, String idOrEmail, boolean blocked) {
        synchronized (state) {
            state.siteNamed(site).userOf(person(idOrEmail)).orElseThrow().blocked = blocked;
        }
    }

    /** Somebody at the space lets this user last until then; he keeps his seat. */
    public void expire(String site, String idOrEmail, Instant when) {
        synchronized (state) {
            state.siteNamed(site).userOf(person(idOrEmail)).orElseThrow().expiresAt = when;
        }
    }

    /** The person accepts the invitation: has an app from now on. */
    public void completeProfile(String idOrEmail) {
        synchronized (state) {
            Person person = person(idOrEmail);
            person.hasProfile = true;
            person.managedBySite = false;
        }
    }

    /** The person opens the app on a phone, which fetches a key. */
    public void activatePhone(String idOrEmail) {
        synchronized (state) {
            completeProfile(idOrEmail);
            person(idOrEmail).hasPhoneKey = true;
        }
    }

    public void seats(String site, int bought) {
        synchronized (state) {
            state.siteNamed(site).seatsBought = bought;
        }
    }

    public void release(String site, boolean released) {
        synchronized (state) {
            state.siteNamed(site).released = released;
        }
    }

    /** The site's subscription has the event stream from now on, or has it no more. */
    public void eventStream(String site, boolean had) {
        synchronized (state) {
            state.siteNamed(site).withoutStream = !had;
        }
    }

    /** The site's subscription ends. */
    public void lapse(String site) {
        subscription(site, false);
    }

    public void renew(String site) {
        subscription(site, true);
    }

    private void subscription(String site, boolean valid) {
        synchronized (state) {
            state.siteNamed(site).subscriptionValid = valid;
        }
    }

    /** Gives a login exactly this role on a site, such as {@code site_admin} or {@code site_user}. */
    public void role(String login, String site, String code) {
        synchronized (state) {
            Site found = state.siteNamed(site);
            SiteUser user = found.userOf(person(login)).orElseThrow();
            user.roleIds.clear();
            user.roleIds.add(found.roleByCode(code).id());
        }
    }

    /** A guest; answers the platform user id. Guests hold a seat, expired or not. */
    public String addGuestByHand(String site, String alias, Instant expiresAt) {
        synchronized (state) {
            Site found = state.siteNamed(site);
            SiteUser guest = new SiteUser(state.newId("user"), state.addPerson("", "", null));
            guest.alias = alias;
            guest.expiresAt = expiresAt;
            guest.subscribed = found.hasFreeSeat();
            guest.roleIds.add(found.roleByCode("site_guest").id());
            found.users.put(guest.id, guest);
            return guest.person.id;
        }
    }

    /** Somebody whom Salto knows becomes a user of another site too. */
    public void inviteByHand(String site, String idOrEmail) {
        synchronized (state) {
            Site found = state.siteNamed(site);
            Person person = person(idOrEmail);
            if (found.userOf(person).isEmpty()) {
                SiteUser user = new SiteUser(state.newId("user"), person);
                user.subscribed = found.hasFreeSeat();
                user.roleIds.add(found.roleByCode("site_user").id());
                found.users.put(user.id, user);
            }
        }
    }

    public void removeSchedules(String groupId) {
        synchronized (state) {
            state.group(groupId).schedules.clear();
        }
    }

    /** Somebody at the space adds a tag to the site, as Salto's web application does. */
    public void registerTag(String site, String number) {
        synchronized (state) {
            state.siteNamed(site).tags.put(number, state.newId("tag"));
        }
    }

    /** Somebody at the space gives this person a tag, of whatever site. */
    public void giveTag(String idOrEmail, String number) {
        synchronized (state) {
            person(idOrEmail).tagNumber = number;
        }
    }

    public void takeTag(String idOrEmail) {
        synchronized (state) {
            person(idOrEmail).tagNumber = null;
        }
    }

    /** The id of a tag that is registered on the site. */
    public String tagId(String site, String number) {
        synchronized (state) {
            return Optional.ofNullable(state.siteNamed(site).tags.get(number)).orElseThrow();
        }
    }

    /** The tag that this person has, empty for none. */
    public String tag(String idOrEmail) {
        synchronized (state) {
            Person person = person(idOrEmail);
            state.sites.values().forEach(site -> site.settleTags(clock.instant()));
            return Optional.ofNullable(person.tagNumber).orElse("");
        }
    }

    /** Somebody at the space gives this person a PIN, which was told to him. */
    public void givePin(String site, String idOrEmail, String pin) {
        synchronized (state) {
            SiteUser user = state.siteNamed(site).userOf(person(idOrEmail)).orElseThrow();
            user.usePin = true;
            user.pin = pin;
        }
    }

    /** The site allows PINs to its users, this one among them, without making one. */
    public void allowPin(String site, String idOrEmail, boolean allowed) {
        synchronized (state) {
            state.siteNamed(site).userOf(person(idOrEmail)).orElseThrow().usePin = allowed;
        }
    }

    /** Whether the site has PINs switched on, and locks that take them. */
    public void pins(String site, boolean enabled, boolean taken) {
        synchronized (state) {
            Site found = state.siteNamed(site);
            found.pinEnabled = enabled;
            found.locks.values().forEach(lock -> lock.takesPins = taken);
        }
    }

    /** The next PIN that Salto makes, for whomever, is this one. */
    public void nextPin(String pin) {
        synchronized (state) {
            state.nextPin = pin;
        }
    }

    /** The PIN that this person has, empty for none. */
    public String pin(String site, String idOrEmail) {
        synchronized (state) {
            SiteUser user = state.siteNamed(site).userOf(person(idOrEmail)).orElseThrow();
            return Optional.ofNullable(user.pin).orElse("");
        }
    }

    /** As if this person had never accepted the invitation, and had neither tag nor PIN. */
    public void forgetProfile(String idOrEmail) {
        synchronized (state) {
            Person person = person(idOrEmail);
            person.hasProfile = false;
            person.hasPhoneKey = false;
            person.tagNumber = null;
            state.sites.values().stream()
                    .flatMap(site -> site.userOf(person).stream())
                    .forEach(user -> user.pin = null);
        }
    }

    /** Whether the site's gateway is reached. While it is not, the locks go by who was in the groups before. */
    public void online(String site, boolean online) {
        synchronized (state) {
            state.siteNamed(site).online(online);
        }
    }

    /** The site lets a login open from afar; set up for it he is not. */
    public void allowRemoteOpening(String site, String login) {
        synchronized (state) {
            state.siteNamed(site).userOf(person(login)).orElseThrow().remoteAccess = true;
        }
    }

    /**
     * A login's phone is set up for opening from afar: answers the secret and the PIN that make its codes. The secret is the phone's own, the PIN stays: codes
     * that anybody else makes for this login are good no more.
     */
    public String activateRemoteOpening(String site, String login) {
        synchronized (state) {
            allowRemoteOpening(site, login);
            SiteUser user = state.siteNamed(site).userOf(person(login)).orElseThrow();
            OneTimeCodes codes = new OneTimeCodes();
            codes.pin =
                    Optional.ofNullable(user.codes).map(before -> before.pin).orElseGet(OneTimeCodes::newPin);
            codes.activatedAt = clock.instant();
            user.codes = codes;
            return codes.key();
        }
    }

    /** The PIN for opening from afar that was mailed to a login. */
    public String mailedPin(String site, String login) {
        synchronized (state) {
            SiteUser user = state.siteNamed(site).userOf(person(login)).orElseThrow();
            return Optional.ofNullable(user.codes).map(codes -> codes.pin).orElseThrow();
        }
    }

    /** The code that secret and PIN make now. */
    public String oneTimeCode(String key) {
        return OneTimeCodes.code(clock.instant(), key);
    }

    Person person(String idOrEmail) {
        return state.findPerson(idOrEmail)
                .orElseThrow(() -> new IllegalArgumentException("no Salto user " + idOrEmail));
    }
}
