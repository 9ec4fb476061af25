/** Which event about a measurement counts. */
@NullMarked
package si.kazalnik.indicator.domain.identity;

import org.jspecify.annotations.NullMarked;
