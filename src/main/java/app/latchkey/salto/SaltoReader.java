package app.latchkey.salto;

import app.latchkey.shared.AccessGroupId;
import app.latchkey.shared.EmailAddress;
import app.latchkey.shared.LockId;
import app.latchkey.shared.PlatformUserId;
import app.latchkey.shared.SiteId;
import app.latchkey.shared.SiteUserId;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/** Turns Salto's records into ours. */
final class SaltoReader {

    private static final LocalTime LATE = LocalTime.of(23, 59);

    private SaltoReader() {}

    static Site site(JsonNode row, Usable usable) {
        return new Site(
                id(row, SiteId::of),
                Wire.text(row, "customer_reference").orElse("Site without a name"),
                zone(row),
                Wire.number(row, "active_user_amount"),
                Wire.number(row, "subscribed_user_amount"),
                usable);
    }

    private static ZoneId zone(JsonNode row) {
        try {
            return ZoneId.of(Wire.text(row, "time_zone").orElse("UTC"));
        } catch (DateTimeException e) {
            return ZoneOffset.UTC;
        }
    }

    static AccessGroup group(JsonNode row, List<JsonNode> schedules, List<JsonNode> locks) {
        return new AccessGroup(
                id(row, AccessGroupId::of),
                Wire.text(row, "customer_reference").orElse("Group without a name"),
                !schedules.isEmpty(),
                schedules.stream().anyMatch(SaltoReader::isAlways),
                locks.stream().map(SaltoReader::lock).toList());
    }

    private static Lock lock(JsonNode row) {
        return new Lock(
                id(row, LockId::of),
                Wire.text(row, "customer_reference").orElse("Door without a name"),
                Wire.flag(row, "online"));
    }

    private static boolean isAlways(JsonNode schedule) {
        boolean everyDay = Arrays.stream(DayOfWeek.values())
                .allMatch(day -> Wire.flag(schedule, day.name().toLowerCase(Locale.ROOT)));
        return everyDay
                && Wire.text(schedule, "start_date").isEmpty()
                && Wire.text(schedule, "end_date").isEmpty()
                && time(schedule, "start_time", LocalTime.NOON).equals(LocalTime.MIDNIGHT)
                && !time(schedule, "end_time", LocalTime.NOON).isBefore(LATE);
    }

    private static LocalTime time(JsonNode schedule, String name, LocalTime otherwise) {
        try {
            return Wire.text(schedule, name).map(LocalTime::parse).orElse(otherwise);
        } catch (DateTimeException e) {
            return otherwise;
        }
    }

    /** A member comes as the platform user, or as a site user that holds one. */
    static GroupMember member(AccessGroupId group, JsonNode row) {
        JsonNode person = row.has("user") ? row.get("user") : row;
        return new GroupMember(group, id(person, PlatformUserId::of), fullName(person));
    }

    static SaltoUser user(JsonNode row) {
        JsonNode person = row.path("user");
        String name = fullName(person);
        return new SaltoUser(
                id(row, SiteUserId::of),
                id(person, PlatformUserId::of),
                name.isEmpty() ? Wire.text(row, "alias").orElse("") : name,
                Wire.text(person, "email").flatMap(EmailAddress::parse),
                Wire.flag(person, "has_profile"),
                Wire.flag(row, "blocked"),
                Wire.text(row, "subscription_state")
                        .filter("subscribed"::equals)
                        .isPresent(),
                roles(row),
                Wire.text(person, "tag_number"),
                Wire.flag(row, "use_pin"));
    }

    static PlatformUserId platformUser(JsonNode person) {
        return id(person, PlatformUserId::of);
    }

    private static Set<String> roles(JsonNode row) {
        Set<String> codes = new LinkedHashSet<>();
        row.path("roles").forEach(role -> Wire.text(role, "code").ifPresent(codes::add));
        return codes;
    }

    static String fullName(JsonNode person) {
        return (Wire.text(person, "first_name").orElse("") + " "
                        + Wire.text(person, "last_name").orElse(""))
                .strip();
    }

    static <T> T id(JsonNode row, Function<String, T> type) {
        try {
            return type.apply(Wire.required(row, "id"));
        } catch (IllegalArgumentException e) {
            throw Wire.unreadable(e);
        }
    }
}
