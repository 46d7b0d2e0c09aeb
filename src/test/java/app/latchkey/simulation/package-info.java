/** One space or several, both partners and the clocks in one thread from one seed: whatever may happen to them, told as a story that can be told again. */
@NullMarked
package app.latchkey.simulation;

import org.jspecify.annotations.NullMarked;
