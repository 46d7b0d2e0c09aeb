package sandbox.salto;

import java.io.Serializable;
import sandbox.http.Fields;

/** A lock on a door, and the gateway (IQ) it hangs on. */
final class Lock implements Serializable {
    private static final long serialVersionUID = 1L;
    final String id;
    final String name;
    final String mac;
    final String iqId;
    boolean online = true;
    boolean takesPins = true;

    Lock(String id, String name, String mac, String iqId) {
        this.id = id;
        this.name = name;
        this.mac = mac;
        this.iqId = iqId;
    }

    Fields toFields(Site site) {
        return Fields.of(
                        "id",
                        id,
                        "customer_reference",
                        name,
                        "mac",
                        mac,
                        "lock_type",
                        takesPins ? "escutcheon_pin" : "escutcheon",
                        "locked_state",
                        "locked",
                        "online",
                        online,
                        "iq_link_state",
                        "attached",
                        "battery_level",
                        "fresh",
                        "left_open_alarm",
                        false,
                        "intrusion_alarm",
                        false,
                        "privacy_mode",
                        false)
                .with("communication_type", "blue_net")
                .with("vendor", Fields.of("id", site.id, "reference", "sallis", "display_name", "SALTO Sallis"))
                .with("floor", null)
                .with("repeater", null)
                .with("tag_registration_state", "not_started")
                .with("offline_access_keys_limit", 360)
                .with("offline_access_keys_count", 0)
                .with("iq", iq(site))
                .with("easy_office_mode_schedule", null);
    }

    private Fields iq(Site site) {
        return Fields.of(
                "id",
                iqId,
                "customer_reference",
                "IQ " + site.name,
                "mac_address",
                "3B.9E.05",
                "is_online",
                site.isOnline,
                "revision",
                "2.0",
                "otp_enabled",
                true);
    }
}
