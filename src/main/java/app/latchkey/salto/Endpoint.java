package app.latchkey.salto;

import java.util.Locale;

/** What is asked of Salto's Connect API, each under the version that it was measured with: v1.2 does not hold all of v1.1. */
enum Endpoint {
    ME("v1.2"),
    SITES("v1.2"),
    ROLES("v1.2"),
    USERS("v1.2"),
    /** Invites somebody whom Salto knows from another site. */
    EXISTING("v1.1"),
    SEARCH("v1.1"),
    KEYS("v1.2"),
    /** Met nowhere. */
    TAGS("v1.1"),
    LOCKS("v1.2"),
    GROUPS("v1.2"),
    SCHEDULES("v1.1"),
    ENTRIES("v1.1"),
    /** On a host of its own. */
    STREAM("v1");

    private final String version;

    Endpoint(String version) {
        this.version = version;
    }

    String version() {
        return version;
    }

    /** As a setting names it. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
