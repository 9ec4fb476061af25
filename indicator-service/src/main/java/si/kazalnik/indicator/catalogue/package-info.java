/** The catalogue: read from files, checked, published, changed while everything runs. */
@NullMarked
package si.kazalnik.indicator.catalogue;

import org.jspecify.annotations.NullMarked;
