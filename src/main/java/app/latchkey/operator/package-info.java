/** The operator's day-to-day pages. */
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "space",
            "audit",
            "notice",
            "look",
            "connection",
            "entitlement",
            "matching",
            "people",
            "sync",
            "identity",
            "salto",
            "nexudus"
        })
@NullMarked
package app.latchkey.operator;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
