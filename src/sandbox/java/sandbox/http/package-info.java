/** A small HTTP server for the simulated partners: routes, faults on demand, and a journal of every request. */
@NullMarked
package sandbox.http;

import org.jspecify.annotations.NullMarked;
