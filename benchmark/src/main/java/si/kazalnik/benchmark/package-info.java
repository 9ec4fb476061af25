/** Measures on the machine at hand, side by side in one run, what the product costs. */
@NullMarked
package si.kazalnik.benchmark;

import org.jspecify.annotations.NullMarked;
