/** Small plain-Java types with one meaning everywhere: ids, e-mail addresses, windows of time, secrets. */
@NullMarked
package app.latchkey.shared;

import org.jspecify.annotations.NullMarked;
