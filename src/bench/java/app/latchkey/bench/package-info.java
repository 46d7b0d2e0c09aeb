/** How fast the product is, measured on the whole of it against the sandbox, and written down as a report. */
@NullMarked
package app.latchkey.bench;

import org.jspecify.annotations.NullMarked;
