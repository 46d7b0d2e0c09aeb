/** The pages of signing in, devices and spaces, and the rules of the web. */
@NullMarked
package app.latchkey.identity.ui;

import org.jspecify.annotations.NullMarked;
