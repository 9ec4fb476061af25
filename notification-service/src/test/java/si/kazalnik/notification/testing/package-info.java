/** An invented city and its deviations, and the whole service beside real parts. */
@NullMarked
package si.kazalnik.notification.testing;

import org.jspecify.annotations.NullMarked;
