package app.latchkey.salto;

import app.latchkey.connection.Partner;
import app.latchkey.connection.PartnerAnswer;
import app.latchkey.connection.PartnerFailure;
import app.latchkey.connection.PartnerFailure.Category;
import app.latchkey.shared.AccessGroupId;
import app.latchkey.shared.LockId;
import app.latchkey.shared.PlatformUserId;
import app.latchkey.shared.SpaceId;
import java.time.DayOfWeek;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Access groups of the chosen site, and who is in them. */
@Component
class SaltoGroups {

    /** Fresh users were measured to need up to a minute. */
    private static final Duration SOON = Duration.ofSeconds(5);

    private final SaltoHttp http;
    private final Addresses addresses;
    private final SaltoUsers users;
    private final FreshUsers fresh;

    SaltoGroups(SaltoHttp http, Addresses addresses, SaltoUsers users, FreshUsers fresh) {
        this.http = http;
        this.addresses = addresses;
        this.users = users;
        this.fresh = fresh;
    }

    List<AccessGroup> all(SpaceId space) {
        return http.list(space, groups(space)).stream()
                .map(row -> whole(space, row))
                .toList();
    }

    private AccessGroup whole(SpaceId space, JsonNode row) {
        AccessGroupId group = SaltoReader.id(row, AccessGroupId::of);
        return SaltoReader.group(
                row,
                http.list(space, schedules(space, group)),
                http.list(space, addresses.ofGroup(space, Endpoint.GROUPS, group, "/locks")));
    }

    List<AccessGroupId> ids(SpaceId space) {
        return http.list(space, groups(space)).stream()
                .map(row -> SaltoReader.id(row, AccessGroupId::of))
                .toList();
    }

    AccessGroupId make(SpaceId space, String name) {
        String body = Wire.object().put("customer_reference", name).toString();
        PartnerAnswer made = http.successful(http.call(space, HttpMethod.POST, groups(space), Optional.of(body)));
        AccessGroupId group = SaltoReader.id(Wire.tree(made.body()), AccessGroupId::of);
        openAlways(space, group);
        return group;
    }

    void openAlways(SpaceId space, AccessGroupId group) {
        ObjectNode always = Wire.object().put("start_time", "00:00").put("end_time", "23:59");
        for (DayOfWeek day : DayOfWeek.values()) {
            always.put(day.name().toLowerCase(Locale.ROOT), true);
        }
        var unused = http.successful(
                http.call(space, HttpMethod.POST, schedules(space, group), Optional.of(always.toString())));
    }

    void addDoor(SpaceId space, AccessGroupId group, LockId door) {
        String body = Wire.object().put("lock_id", door.toString()).toString();
        var unused = http.successful(http.call(
                space, HttpMethod.POST, addresses.ofGroup(space, Endpoint.GROUPS, group, "/locks"), Optional.of(body)));
    }

    List<GroupMember> members(SpaceId space, AccessGroupId group) {
        return http.list(space, users(space, group)).stream()
                .map(row -> SaltoReader.member(group, row))
                .toList();
    }

    /** What Salto answers for somebody who is in already is not known: whatever it is, the list decides. */
    void add(SpaceId space, AccessGroupId group, PlatformUserId user) {
        String body = Wire.object().put("user_id", user.toString()).toString();
        PartnerAnswer answer = http.call(space, HttpMethod.POST, users(space, group), Optional.of(body));
        if (!answer.isSuccess() && !isMember(space, group, user)) {
            throw whyNot(space, answer, group, user);
        }
        fresh.arrived(user.toString());
    }

    /** Salto says "not found" also of a user made a moment ago: he is there when the site lists him. */
    private PartnerFailure whyNot(SpaceId space, PartnerAnswer answer, AccessGroupId group, PlatformUserId user) {
        SaltoError error = SaltoError.of(answer);
        boolean mayBeFresh = error instanceof SaltoError.NotFound || error instanceof SaltoError.NotAllowed;
        boolean isFresh = mayBeFresh
                && exists(space, group)
                && (fresh.isWaitedFor(user.toString())
                        || users.byPlatformUser(space, user).isPresent())
                && fresh.mayStillBeFresh(user.toString());
        return isFresh ? notReady() : error.failure();
    }

    private boolean exists(SpaceId space, AccessGroupId group) {
        String path = addresses.ofGroup(space, Endpoint.GROUPS, group, "");
        return http.call(space, HttpMethod.GET, path, Optional.empty()).isSuccess();
    }

    static PartnerFailure notReady() {
        return PartnerFailure.of(Partner.SALTO, Category.NOT_READY, "Salto KS is still preparing this new user.", SOON);
    }

    /** A group that is gone has nobody in it. */
    void remove(SpaceId space, AccessGroupId group, PlatformUserId user) {
        PartnerAnswer answer = http.call(space, HttpMethod.DELETE, users(space, group) + "/" + user, Optional.empty());
        boolean gone = answer.status() == 404 && !isMember(space, group, user);
        if (!answer.isSuccess() && !gone) {
            throw SaltoError.of(answer).failure();
        }
    }

    /** @throws PartnerFailure NOT_FOUND never: a group that is gone has no members */
    private boolean isMember(SpaceId space, AccessGroupId group, PlatformUserId user) {
        try {
            return members(space, group).stream()
                    .anyMatch(member -> member.platformUser().equals(user));
        } catch (PartnerFailure failure) {
            if (failure.is(Category.NOT_FOUND)) {
                return false;
            }
            throw failure;
        }
    }

    private String users(SpaceId space, AccessGroupId group) {
        return addresses.ofGroup(space, Endpoint.GROUPS, group, "/users");
    }

    private String groups(SpaceId space) {
        return addresses.ofSite(space, Endpoint.GROUPS, "/access_groups");
    }

    private String schedules(SpaceId space, AccessGroupId group) {
        return addresses.ofGroup(space, Endpoint.SCHEDULES, group, "/time_schedules");
    }
}
