/** What is expected of a period, and whether it was reached. */
@NullMarked
package si.kazalnik.indicator.domain.target;

import org.jspecify.annotations.NullMarked;
