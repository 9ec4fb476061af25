/** The invented city: its catalogue and its events. */
@NullMarked
package si.kazalnik.benchmark.city;

import org.jspecify.annotations.NullMarked;
