/** What Prometheus sees. */
@NullMarked
package si.kazalnik.notification.metrics;

import org.jspecify.annotations.NullMarked;
