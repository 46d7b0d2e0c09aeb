/** The application class, the layouts every page stands in, and the error pages. */
@NullMarked
package app.latchkey;

import org.jspecify.annotations.NullMarked;
