/** The member's page: what opens now, next, how, and why not. */
@ApplicationModule(
        allowedDependencies = {"shared", "space", "audit", "notice", "look", "entitlement", "sync", "identity"})
@NullMarked
package app.latchkey.doors;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
