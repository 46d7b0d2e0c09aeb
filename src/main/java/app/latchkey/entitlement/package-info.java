/** Pure core: from purchases, matches and rules to this person belongs in this group from, until, because. */
@ApplicationModule(allowedDependencies = {"shared"})
@NullMarked
package app.latchkey.entitlement;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
