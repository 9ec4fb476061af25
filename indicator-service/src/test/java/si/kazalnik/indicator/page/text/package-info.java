@NullMarked
package si.kazalnik.indicator.page.text;

import org.jspecify.annotations.NullMarked;
