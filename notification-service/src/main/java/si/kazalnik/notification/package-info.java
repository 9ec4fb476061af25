/** Tells people of deviations by mail. */
@NullMarked
package si.kazalnik.notification;

import org.jspecify.annotations.NullMarked;
