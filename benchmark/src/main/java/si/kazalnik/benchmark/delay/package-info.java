/** From an event to its value, and from a deviation to its mail. */
@NullMarked
package si.kazalnik.benchmark.delay;

import org.jspecify.annotations.NullMarked;
