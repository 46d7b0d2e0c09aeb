/** What pages read of the runs: each its own query, in the scope it opens by itself. No partner is asked. */
@NullMarked
package app.latchkey.sync.read;

import org.jspecify.annotations.NullMarked;
