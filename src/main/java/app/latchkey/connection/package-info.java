/** A space's authorised link to a partner: tokens encrypted at rest, refresh, needs signing in again. */
@ApplicationModule(allowedDependencies = {"shared", "space", "audit", "notice"})
@NullMarked
package app.latchkey.connection;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
