@NullMarked
package si.kazalnik.indicator.metrics;

import org.jspecify.annotations.NullMarked;
