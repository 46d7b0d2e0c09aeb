/** The staff's pages: who is wrong now, failures by cause, runs, replay, jobs. */
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "space",
            "audit",
            "notice",
            "look",
            "entitlement",
            "sync",
            "identity",
            "connection"
        })
@NullMarked
package app.latchkey.staff;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
