package sandbox.salto;

import java.io.Serializable;
import java.util.List;
import sandbox.http.Fields;

/** A role of a site; {@code rank} orders the hierarchical ones, 0 for an add-on. */
record Role(String id, String code, String name, int rank) implements Serializable {
    static final List<String> CODES = List.of(
            "site_owner:Site Owner:5",
            "site_admin:Site Admin:4",
            "site_super_user:Site Super User:3",
            "site_user:Site User:2",
            "site_guest:Site Guest:1",
            "site_mobile_user:Mobile User:0",
            "site_remote_office_mode_user:Remote Office Mode User:0",
            "site_pod_member:Pod Member:0");

    boolean administers() {
        return rank >= 4;
    }

    Fields toFields() {
        return Fields.of(
                "id", id, "code", code, "customer_reference", name, "parent_id", null, "is_hierarchical", rank > 0);
    }
}
