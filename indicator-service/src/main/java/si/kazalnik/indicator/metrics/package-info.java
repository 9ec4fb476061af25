/** What a dashboard sees: indicators, and what became of events, on the management port. */
@NullMarked
package si.kazalnik.indicator.metrics;

import org.jspecify.annotations.NullMarked;
