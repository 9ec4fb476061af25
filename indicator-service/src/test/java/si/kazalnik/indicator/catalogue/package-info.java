@NullMarked
package si.kazalnik.indicator.catalogue;

import org.jspecify.annotations.NullMarked;
