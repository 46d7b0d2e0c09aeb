/** Both simulated partners together, with their clock, inbox and console. */
@NullMarked
package sandbox.partners;

import org.jspecify.annotations.NullMarked;
