/** The whole product running for tests, with a database and both simulated partners of its own. */
@NullMarked
package app.latchkey.product;

import org.jspecify.annotations.NullMarked;
