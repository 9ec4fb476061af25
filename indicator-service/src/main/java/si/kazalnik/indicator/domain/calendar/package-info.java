/** When periods begin, end, close and are due. */
@NullMarked
package si.kazalnik.indicator.domain.calendar;

import org.jspecify.annotations.NullMarked;
