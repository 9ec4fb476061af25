@NullMarked
package si.kazalnik.indicator;

import org.jspecify.annotations.NullMarked;
