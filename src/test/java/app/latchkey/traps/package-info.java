/** The traps of both partners, set in the sandbox, and how Latchkey gets through. */
@NullMarked
package app.latchkey.traps;

import org.jspecify.annotations.NullMarked;
