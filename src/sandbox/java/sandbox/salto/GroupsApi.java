package sandbox.salto;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import sandbox.http.Fields;
import sandbox.http.Request;
import sandbox.http.Response;
import sandbox.http.Router;

/**
 * Access groups with their locks, members and time schedules. Members are named by platform user id, and a member is
 * answered as a platform user. What is not known about the real ones, adding twice and removing an absent one, is
 * set in {@link SaltoSettings}.
 */
final class GroupsApi {
    private final SaltoState state;
    private final SaltoAccess access;
    private final SaltoLists lists;
    private final SaltoSettings settings;
    private final Clock clock;

    GroupsApi(SaltoState state, SaltoAccess access, SaltoLists lists, SaltoSettings settings, Clock clock) {
        this.state = state;
        this.access = access;
        this.lists = lists;
        this.settings = settings;
        this.clock = clock;
    }

    void addTo(Router router) {
        String groups = SaltoApi.VERSIONS + "/sites/{site}/access_groups";
        String group = groups + "/{group}";
        router.on("GET", groups, this::list)
                .on("POST", groups, this::create)
                .on("GET", group, request -> Response.json(read(request).toFields()))
                .on("DELETE", group, this::delete)
                .on("GET", group + "/locks", this::locks)
                .on("POST", group + "/locks", this::addLock)
                .on("DELETE", group + "/locks/{lock}", this::removeLock)
                .on("GET", group + "/users", this::members)
                .on("POST", group + "/users", this::addMember)
                .on("DELETE", group + "/users/{person}", this::removeMember)
                .on("GET", group + "/time_schedules", this::schedules)
                .on("POST", group + "/time_schedules", this::addSchedule)
                .on("PATCH", group + "/time_schedules/{schedule}", this::changeSchedule)
                .on("DELETE", group + "/time_schedules/{schedule}", this::removeSchedule);
    }

    private AccessGroup read(Request request) {
        return access.group(access.administered(request), request);
    }

    private AccessGroup write(Request request) {
        return access.group(access.writable(request), request);
    }

    private Response list(Request request) {
        Site site = access.administered(request);
        return lists.answer(
                request,
                site.groups.values().stream().map(AccessGroup::toFields).toList());
    }

    private Response create(Request request) {
        Site site = access.writable(request);
        String name = request.json().text("customer_reference");
        if (name.isBlank()) {
            throw SaltoError.invalidRequest("The customer_reference field is required.");
        }
        AccessGroup group = new AccessGroup(state.newId("group"), name);
        site.groups.put(group.id, group);
        return Response.json(group.toFields());
    }

    private Response delete(Request request) {
        Site site = access.writable(request);
        site.groups.remove(access.group(site, request).id);
        return Response.empty(204);
    }

    private Response locks(Request request) {
        Site site = access.administered(request);
        List<Fields> locks = access.group(site, request).lockIds.stream()
                .map(id -> Objects.requireNonNull(site.locks.get(id)).toFields(site))
                .toList();
        return lists.answer(request, locks);
    }

    private Response addLock(Request request) {
        Site site = access.writable(request);
        Lock lock = access.lock(site, request.json().text("lock_id"));
        access.group(site, request).lockIds.add(lock.id);
        return Response.json(lock.toFields(site));
    }

    private Response removeLock(Request request) {
        if (!write(request).lockIds.remove(request.variable("lock"))) {
            throw SaltoError.notFound("Lock");
        }
        return Response.empty(204);
    }

    private Response members(Request request) {
        List<Fields> members = read(request).members.keySet().stream()
                .map(id -> Objects.requireNonNull(state.persons.get(id)).toFields())
                .toList();
        return lists.answer(request, members);
    }

    private Response addMember(Request request) {
        Site site = access.writable(request);
        AccessGroup group = access.group(site, request);
        SiteUser user = Optional.ofNullable(state.persons.get(request.json().text("user_id")))
                .flatMap(site::userOf)
                .filter(found -> found.isReady(clock.instant()))
                .orElseThrow(() -> SaltoError.notFound("User"));
        if (group.members.containsKey(user.person.id)) {
            return answer(settings.joinedTwice, "User is already in this access group");
        }
        group.members.put(user.person.id, clock.instant());
        return Response.json(user.person.toFields());
    }

    private Response removeMember(Request request) {
        return write(request).members.remove(request.variable("person")) == null
                ? answer(settings.leftTwice, "User not found")
                : Response.empty(204);
    }

    private static Response answer(int status, String complaint) {
        if (status >= 400) {
            throw SaltoError.of(status, status == 404 ? 2202 : 1101, complaint);
        }
        return Response.empty(status);
    }

    private Response schedules(Request request) {
        return lists.answer(
                request,
                read(request).schedules.values().stream()
                        .map(TimeSchedule::toFields)
                        .toList());
    }

    private Response addSchedule(Request request) {
        AccessGroup group = write(request);
        TimeSchedule schedule = TimeSchedule.from(state.newId("schedule"), request.json());
        group.add(schedule, clock.instant());
        return Response.json(schedule.toFields());
    }

    private Response changeSchedule(Request request) {
        AccessGroup group = write(request);
        TimeSchedule old = schedule(group, request);
        Fields merged = new Fields(old.toFields());
        merged.put("start_date", old.startDate());
        merged.put("end_date", old.endDate());
        merged.putAll(request.json());
        TimeSchedule changed = TimeSchedule.from(old.id(), merged);
        group.schedules.put(changed.id(), changed);
        return Response.json(changed.toFields());
    }

    private Response removeSchedule(Request request) {
        AccessGroup group = write(request);
        group.schedules.remove(schedule(group, request).id());
        return Response.empty(204);
    }

    private static TimeSchedule schedule(AccessGroup group, Request request) {
        return Optional.ofNullable(group.schedules.get(request.variable("schedule")))
                .orElseThrow(() -> SaltoError.notFound("Time schedule"));
    }
}
