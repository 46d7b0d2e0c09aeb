/** The tamper-evident record of who did what. */
@ApplicationModule(allowedDependencies = {"shared", "space"})
@NullMarked
package app.latchkey.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
