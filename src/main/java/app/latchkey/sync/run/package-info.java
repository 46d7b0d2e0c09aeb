/** One run: reads, wanted, plan, rails, steps, next boundary. */
@NullMarked
package app.latchkey.sync.run;

import org.jspecify.annotations.NullMarked;
