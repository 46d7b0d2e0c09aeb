/** The planner: from wanted, observed and ledger to decisions and steps. Values in, values out: no framework, clock, database or network. */
@NamedInterface("plan")
@NullMarked
package app.latchkey.sync.plan;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
