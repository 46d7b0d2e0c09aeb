/** The pages of this part. */
@NullMarked
package app.latchkey.operator.ui;

import org.jspecify.annotations.NullMarked;
