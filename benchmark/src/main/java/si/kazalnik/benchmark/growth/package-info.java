/** What it costs that a city grows. */
@NullMarked
package si.kazalnik.benchmark.growth;

import org.jspecify.annotations.NullMarked;
