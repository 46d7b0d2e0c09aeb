/** What people see: the product with its sandbox, driven through a real browser. */
@NullMarked
package app.latchkey.e2e;

import org.jspecify.annotations.NullMarked;
