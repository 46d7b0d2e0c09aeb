/** Which customer is which Salto user: the pure matcher and the confirmed links. */
@ApplicationModule(allowedDependencies = {"shared", "space", "audit", "notice", "salto", "nexudus", "entitlement"})
@NullMarked
package app.latchkey.people;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
