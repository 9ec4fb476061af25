@NullMarked
package si.kazalnik.indicator.http;

import org.jspecify.annotations.NullMarked;
