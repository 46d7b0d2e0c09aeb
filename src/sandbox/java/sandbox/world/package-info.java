/** The prepared coworking space that both simulated partners start with. */
@NullMarked
package sandbox.world;

import org.jspecify.annotations.NullMarked;
