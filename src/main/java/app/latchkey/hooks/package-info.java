/** Machines that call us: Nexudus webhooks. */
@ApplicationModule(allowedDependencies = {"shared", "space", "audit", "notice", "connection", "nexudus", "sync"})
@NullMarked
package app.latchkey.hooks;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
