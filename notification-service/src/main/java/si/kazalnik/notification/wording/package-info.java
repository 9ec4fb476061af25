/** What a mail says, in the owner's language. */
@NullMarked
package si.kazalnik.notification.wording;

import org.jspecify.annotations.NullMarked;
