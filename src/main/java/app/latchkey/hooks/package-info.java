/** Machines that call us: Nexudus webhooks and its Custom ACS. */
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "space",
            "audit",
            "notice",
            "connection",
            "salto",
            "nexudus",
            "matching",
            "sync"
        })
@NullMarked
package app.latchkey.hooks;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
