/** From notices to mails that the server has accepted. */
@NullMarked
package si.kazalnik.notification.outbox;

import org.jspecify.annotations.NullMarked;
