/** The mail's picture. */
@NullMarked
package si.kazalnik.notification.chart;

import org.jspecify.annotations.NullMarked;
