/** How deviations come in. */
@NullMarked
package si.kazalnik.notification.kafka;

import org.jspecify.annotations.NullMarked;
