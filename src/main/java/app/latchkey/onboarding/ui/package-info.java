/** The pages of the set-up, one route for each step. */
@NullMarked
package app.latchkey.onboarding.ui;

import org.jspecify.annotations.NullMarked;
