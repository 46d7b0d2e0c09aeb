/** The shared parts of every page: mark, state chip, because line, freshness, lanes, empty and error parts. */
@ApplicationModule(allowedDependencies = {"shared"})
@NullMarked
package app.latchkey.look;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
