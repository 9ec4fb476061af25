/** From summaries to an indicator's value. */
@NullMarked
package si.kazalnik.indicator.domain.evaluation;

import org.jspecify.annotations.NullMarked;
