/** Messages to people: what a mail says and that it is sent once. */
@ApplicationModule(allowedDependencies = {"shared", "space", "audit"})
@NullMarked
package app.latchkey.notice;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
