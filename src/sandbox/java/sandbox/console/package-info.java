/** The page on which a person drives both simulated partners. */
@NullMarked
package sandbox.console;

import org.jspecify.annotations.NullMarked;
