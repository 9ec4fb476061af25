/** Mails as the server gets them. */
@NullMarked
package si.kazalnik.notification.mail;

import org.jspecify.annotations.NullMarked;
