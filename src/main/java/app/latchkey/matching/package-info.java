/** Which items earn which access groups (many to many): versions, suggestions with evidence, linter. */
@ApplicationModule(allowedDependencies = {"shared", "space", "audit", "notice", "salto", "nexudus", "entitlement"})
@NullMarked
package app.latchkey.matching;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
