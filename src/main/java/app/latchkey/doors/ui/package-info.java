/** The pages of the member's doors. */
@NullMarked
package app.latchkey.doors.ui;

import org.jspecify.annotations.NullMarked;
