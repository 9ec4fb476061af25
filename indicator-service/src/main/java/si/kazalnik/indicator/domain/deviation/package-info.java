/** When a deviation opens, and when it ends. */
@NullMarked
package si.kazalnik.indicator.domain.deviation;

import org.jspecify.annotations.NullMarked;
