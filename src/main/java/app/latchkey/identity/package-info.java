/** Who is signed in: operator, member or staff, for which space; sign-in and security configuration. */
@ApplicationModule(allowedDependencies = {"shared", "space", "audit", "notice", "look"})
@NullMarked
package app.latchkey.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
