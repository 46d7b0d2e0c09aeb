package sandbox.salto;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** What somebody sees who looks around in this Salto. */
abstract class SaltoViews {
    final SaltoState state;

    SaltoViews(SaltoState state) {
        this.state = state;
    }

    public List<String> logins() {
        synchronized (state) {
            return List.copyOf(state.logins.keySet());
        }
    }

    public List<Salto.Named> sites() {
        synchronized (state) {
            return state.sites.values().stream()
                    .map(site -> new Salto.Named(site.id, site.name))
                    .toList();
        }
    }

    public List<Salto.Named> groups(String site) {
        synchronized (state) {
            return state.siteNamed(site).groups.values().stream()
                    .map(group -> new Salto.Named(group.id, group.name))
                    .toList();
        }
    }

    public List<Salto.Named> locks(String site) {
        synchronized (state) {
            return state.siteNamed(site).locks.values().stream()
                    .map(lock -> new Salto.Named(lock.id, lock.name))
                    .toList();
        }
    }

    /** The id of a site by its name. */
    public String site(String name) {
        return find(sites(), name);
    }

    public String group(String site, String name) {
        return find(groups(site), name);
    }

    public String lock(String site, String name) {
        return find(locks(site), name);
    }

    private static String find(List<Salto.Named> known, String wanted) {
        return known.stream()
                .filter(each -> each.name().equals(wanted))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("nothing in Salto is called " + wanted))
                .id();
    }

    public List<Salto.Named> locksOf(String groupId) {
        synchronized (state) {
            Site site = state.siteOfGroup(groupId);
            return state.group(groupId).lockIds.stream()
                    .map(id -> new Salto.Named(id, Objects.requireNonNull(site.locks.get(id)).name))
                    .toList();
        }
    }

    public boolean hasSchedule(String groupId) {
        synchronized (state) {
            return !state.group(groupId).schedules.isEmpty();
        }
    }

    public List<Salto.User> users(String site) {
        synchronized (state) {
            Site found = state.siteNamed(site);
            return found.present().stream().map(user -> describe(found, user)).toList();
        }
    }

    public Optional<Salto.User> user(String site, String idOrEmail) {
        synchronized (state) {
            Site found = state.siteNamed(site);
            return state.findPerson(idOrEmail).flatMap(found::userOf).map(user -> describe(found, user));
        }
    }

    private static Salto.User describe(Site site, SiteUser user) {
        return new Salto.User(
                user.id,
                user.person.id,
                user.person.name().isEmpty() ? user.alias : user.person.name(),
                Optional.ofNullable(user.person.email).orElse(""),
                user.subscribed,
                user.roleIds.stream().map(role -> site.role(role).code()).toList());
    }

    /** Platform user ids. */
    public Set<String> members(String groupId) {
        synchronized (state) {
            return Set.copyOf(state.group(groupId).members.keySet());
        }
    }

    public boolean isMember(String idOrEmail, String groupId) {
        synchronized (state) {
            return state.findPerson(idOrEmail)
                    .map(person -> state.group(groupId).members.containsKey(person.id))
                    .orElse(false);
        }
    }

    public int seatsTaken(String site) {
        synchronized (state) {
            return state.siteNamed(site).seatsTaken();
        }
    }

    public int seatsBought(String site) {
        synchronized (state) {
            return state.siteNamed(site).seatsBought;
        }
    }

    /** E-mail addresses that Salto invited, oldest first. */
    public List<String> invitations() {
        synchronized (state) {
            return List.copyOf(state.invitations);
        }
    }
}
