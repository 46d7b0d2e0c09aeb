/** A simulated Nexudus: its REST API, its webhooks, and what people do there. */
@NullMarked
package sandbox.nexudus;

import org.jspecify.annotations.NullMarked;
