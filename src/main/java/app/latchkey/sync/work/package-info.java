/** Due work, leases, the drainer and what wakes it. */
@NullMarked
package app.latchkey.sync.work;

import org.jspecify.annotations.NullMarked;
