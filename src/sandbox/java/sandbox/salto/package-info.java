/** A simulated Salto KS: its identity server, its Connect API, and locks that decide who may open. */
@NullMarked
package sandbox.salto;

import org.jspecify.annotations.NullMarked;
