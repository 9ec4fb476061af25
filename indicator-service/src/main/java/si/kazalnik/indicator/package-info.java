/** Computes, judges and publishes the indicators; owns the catalogue. */
@NullMarked
package si.kazalnik.indicator;

import org.jspecify.annotations.NullMarked;
