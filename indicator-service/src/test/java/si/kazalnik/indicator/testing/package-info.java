@NullMarked
package si.kazalnik.indicator.testing;

import org.jspecify.annotations.NullMarked;
