package app.latchkey.salto;

import app.latchkey.shared.AccessGroupId;
import app.latchkey.shared.EmailAddress;
import app.latchkey.shared.LockId;
import app.latchkey.shared.PlatformUserId;
import app.latchkey.shared.SiteId;
import app.latchkey.shared.SiteUserId;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/** Turns Salto's records into ours. */
final class SaltoReader {

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

    private static Optional<ZoneId> zone(JsonNode row) {
        try {
            return Wire.text(row, "time_zone").map(ZoneId::of);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    static AccessGroup group(JsonNode row, List<JsonNode> schedules, List<JsonNode> locks) {
        return new AccessGroup(
                id(row, AccessGroupId::of),
                Wire.text(row, "customer_reference").orElse("Group without a name"),
                !schedules.isEmpty(),
                schedules.stream().anyMatch(ScheduleReader::isAlways),
                ScheduleReader.hours(schedules),
                locks.stream().map(SaltoReader::lock).toList());
    }

    static Lock lock(JsonNode row) {
        return new Lock(
                id(row, LockId::of),
                Wire.text(row, "customer_reference").orElse("Door without a name"),
                Wire.flag(row, "online"));
    }

    static Installation.Iq iq(JsonNode row) {
        return new Installation.Iq(
                Wire.text(row, "customer_reference").orElse("IQ without a name"), Wire.flag(row, "online"));
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
                Wire.flag(row, "use_pin"),
                expiry(row));
    }

    /**
     * Seen as null only. A time without an offset is taken for UTC; what is no time is taken for none, because nobody is to be told of an end that
     * there may not be.
     */
    private static Optional<Instant> expiry(JsonNode row) {
        try {
            return Wire.text(row, "expires_at")
                    .map(text ->
                            DateTimeFormatter.ISO_DATE_TIME.parseBest(text, OffsetDateTime::from, LocalDateTime::from))
                    .map(time -> time instanceof OffsetDateTime known
                            ? known.toInstant()
                            : LocalDateTime.from(time).toInstant(ZoneOffset.UTC));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
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
