/** A second, minimal simulation of both partners' APIs, where everything that nobody knows is otherwise than in the sandbox. */
@NullMarked
package stranger;

import org.jspecify.annotations.NullMarked;
