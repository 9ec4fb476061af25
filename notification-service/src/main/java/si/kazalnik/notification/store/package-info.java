/** What this service keeps in MongoDB. */
@NullMarked
package si.kazalnik.notification.store;

import org.jspecify.annotations.NullMarked;
