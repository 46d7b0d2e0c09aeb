/** The traps of both partners as named scenarios: each makes a world in which the obvious way goes wrong. */
@NullMarked
package sandbox.scenario;

import org.jspecify.annotations.NullMarked;
