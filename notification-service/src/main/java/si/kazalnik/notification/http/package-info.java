/** What operators may ask. */
@NullMarked
package si.kazalnik.notification.http;

import org.jspecify.annotations.NullMarked;
