package sandbox.salto;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import sandbox.http.Fields;

/** One Salto site: its users, locks and access groups. */
final class Site implements Serializable {
    private static final long serialVersionUID = 1L;
    /** As {@code store_events_ttl} says. */
    static final Duration EVENTS_KEPT = Duration.ofDays(90);

    final String id;
    final String uid;
    final String name;
    final ZoneId zone;
    final Map<String, Role> roles = new LinkedHashMap<>();
    final Map<String, SiteUser> users = new LinkedHashMap<>();
    final Map<String, Lock> locks = new LinkedHashMap<>();
    final Map<String, AccessGroup> groups = new LinkedHashMap<>();
    final List<Fields> entries = new ArrayList<>();
    private final List<Fields> keptByLocks = new ArrayList<>();
    final Map<String, String> tags = new LinkedHashMap<>();
    private final Map<String, Instant> letGo = new LinkedHashMap<>();
    boolean pinEnabled = true;
    String iqId = "";
    int seatsBought = 100;
    boolean isOnline = true;
    private final Map<String, Map<String, Instant>> membersAtTheLocks = new LinkedHashMap<>();
    boolean released = true;
    boolean subscriptionValid = true;
    boolean withoutStream;

    @Nullable
    Person owner;

    Site(String id, String uid, String name, ZoneId zone) {
        this.id = id;
        this.uid = uid;
        this.name = name;
        this.zone = zone;
    }

    /** While the gateway is away the locks keep what they knew, and what happens at them. */
    void online(boolean online) {
        membersAtTheLocks.clear();
        if (online) {
            entries.addAll(keptByLocks);
            keptByLocks.clear();
        } else {
            groups.values().forEach(group -> membersAtTheLocks.put(group.id, new LinkedHashMap<>(group.members)));
        }
        isOnline = online;
        locks.values().forEach(lock -> lock.online = online);
    }

    /** Whether the site knows of it now; what a lock keeps comes in when the gateway is back. */
    boolean write(Fields entry) {
        return (isOnline ? entries : keptByLocks).add(entry) && isOnline;
    }

    /** Who is in a group as far as the locks know: platform user ids, with the time they were added. */
    Map<String, Instant> membersAtTheLocks(AccessGroup group) {
        return isOnline ? group.members : membersAtTheLocks.getOrDefault(group.id, Map.of());
    }

    /** Salto lets go of this tag then, whoever has it by then. */
    void letGo(String tagNumber, Instant when) {
        letGo.put(tagNumber, when);
    }

    /** What was asked earlier happens now. */
    void settleTags(Instant now) {
        List<String> due = letGo.entrySet().stream()
                .filter(one -> !now.isBefore(one.getValue()))
                .map(Map.Entry::getKey)
                .toList();
        due.forEach(number -> {
            letGo.remove(number);
            holderOf(number).ifPresent(user -> user.person.tagNumber = null);
        });
    }

    Optional<SiteUser> holderOf(String tagNumber) {
        return present().stream()
                .filter(user -> tagNumber.equals(user.person.tagNumber))
                .findFirst();
    }

    Role role(String roleId) {
        return Objects.requireNonNull(roles.get(roleId));
    }

    Role roleByCode(String code) {
        return roles.values().stream()
                .filter(role -> role.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no role " + code));
    }

    Optional<SiteUser> userOf(Person person) {
        return present().stream().filter(user -> user.person == person).findFirst();
    }

    List<SiteUser> present() {
        return users.values().stream().filter(user -> !user.isDeleted()).toList();
    }

    int seatsTaken() {
        return (int) present().stream().filter(user -> user.subscribed).count();
    }

    boolean hasFreeSeat() {
        return seatsTaken() < seatsBought;
    }

    /** The rank of a person's highest role here, 0 for a stranger. */
    int rankOf(Person person) {
        return userOf(person).stream()
                .flatMap(user -> user.roleIds.stream())
                .mapToInt(role -> role(role).rank())
                .max()
                .orElse(0);
    }

    void remove(SiteUser user, Instant when) {
        user.deletedAt = when;
        groups.values().forEach(group -> group.members.remove(user.person.id));
    }

    Fields toFields() {
        return Fields.of(
                        "id",
                        id,
                        "site_uid",
                        uid,
                        "customer_reference",
                        name,
                        "country_code",
                        uid.substring(0, 2),
                        "time_zone",
                        zone.getId(),
                        "active_user_amount",
                        seatsTaken(),
                        "subscribed_user_amount",
                        seatsBought,
                        "active_iq_amount",
                        iqId.isEmpty() ? 0 : 1,
                        "subscription_valid",
                        subscriptionValid,
                        "pin_enabled",
                        pinEnabled,
                        "installation_state",
                        released ? "released" : "not_released")
                .with("mkey_compatible", true)
                .with("store_events_ttl", "90.00:00:00")
                .with("owner", owner == null ? null : owner.toFields());
    }

    Fields subscription() {
        List<String> features =
                new ArrayList<>(List.of("smart_tag_assignment", "nfc", "events_storage", "xs_com", "activity_log"));
        if (!withoutStream) {
            features.add("events_streaming");
        }
        return Fields.of("user_amount", seatsBought, "type", "default", "features", features);
    }

    Fields iq() {
        return Fields.of(
                        "id",
                        iqId,
                        "customer_reference",
                        "IQ " + name,
                        "time_zone",
                        zone.getId(),
                        "mac",
                        "3B.9E.05",
                        "operator",
                        null,
                        "state",
                        "active",
                        "restore_required",
                        false,
                        "reset_date",
                        null,
                        "online",
                        isOnline,
                        "led_enabled",
                        true,
                        "data_sync_state",
                        "not_synced")
                .with("signal_strength", 4)
                .with("revision", "2.0")
                .with("otp_enabled", true);
    }
}
