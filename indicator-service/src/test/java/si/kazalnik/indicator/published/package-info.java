@NullMarked
package si.kazalnik.indicator.published;

import org.jspecify.annotations.NullMarked;
