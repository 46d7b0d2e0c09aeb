/** The pages of this part. */
@NullMarked
package app.latchkey.staff.ui;

import org.jspecify.annotations.NullMarked;
