/** Runs Latchkey against two simulated partners; on the classpath for running and testing, never in the jar. */
@NullMarked
package sandbox;

import org.jspecify.annotations.NullMarked;
