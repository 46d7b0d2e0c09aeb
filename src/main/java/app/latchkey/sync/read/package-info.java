/** What pages read of the runs: each its own query. */
@NullMarked
package app.latchkey.sync.read;

import org.jspecify.annotations.NullMarked;
