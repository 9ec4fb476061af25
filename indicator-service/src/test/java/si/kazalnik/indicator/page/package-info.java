@NullMarked
package si.kazalnik.indicator.page;

import org.jspecify.annotations.NullMarked;
