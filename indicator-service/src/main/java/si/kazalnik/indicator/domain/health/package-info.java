/** What an indicator's records say about it now: performance, data health, latest value. */
@NullMarked
package si.kazalnik.indicator.domain.health;

import org.jspecify.annotations.NullMarked;
