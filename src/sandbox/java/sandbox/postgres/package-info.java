/** A PostgreSQL of our own, set up with the same two logins as a deployment. */
@NullMarked
package sandbox.postgres;

import org.jspecify.annotations.NullMarked;
