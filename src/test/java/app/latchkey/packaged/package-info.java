/** The jar that ships: what is in it, and that it starts as its own process. */
@NullMarked
package app.latchkey.packaged;

import org.jspecify.annotations.NullMarked;
