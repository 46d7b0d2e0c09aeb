/** The tenant: a space, its settings and rules, how far its set-up has come, and the scope every query runs in. */
@ApplicationModule(allowedDependencies = {"shared"})
@NullMarked
package app.latchkey.space;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
