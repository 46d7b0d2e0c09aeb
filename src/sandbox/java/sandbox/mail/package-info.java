/** The inbox in which the product's mails arrive. */
@NullMarked
package sandbox.mail;

import org.jspecify.annotations.NullMarked;
