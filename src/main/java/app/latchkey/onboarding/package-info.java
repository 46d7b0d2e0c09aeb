/** The set-up wizard and its service: connect Salto, connect Nexudus, match groups, review. */
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "space",
            "audit",
            "notice",
            "look",
            "connection",
            "salto",
            "nexudus",
            "entitlement",
            "matching",
            "people",
            "sync",
            "identity"
        })
@NullMarked
package app.latchkey.onboarding;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
