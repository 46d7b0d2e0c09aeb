/** Spaces beside others that fail, or that never end: what the ones notice of the others. */
@NullMarked
package app.latchkey.neighbours;

import org.jspecify.annotations.NullMarked;
