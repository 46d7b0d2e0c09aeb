/** Plan, rails, apply, due work and lease, jobs, runs, ledger: makes Salto equal to what is entitled now. */
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "space",
            "audit",
            "notice",
            "connection",
            "salto",
            "nexudus",
            "entitlement",
            "matching",
            "people"
        })
@NullMarked
package app.latchkey.sync;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
