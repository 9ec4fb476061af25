/** Makes catalogues, events and clock moves from a seed. */
@NullMarked
package si.kazalnik.benchmark.load;

import org.jspecify.annotations.NullMarked;
