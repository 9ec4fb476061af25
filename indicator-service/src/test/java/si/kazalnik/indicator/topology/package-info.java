/** The topology without a broker, and with one. */
@NullMarked
package si.kazalnik.indicator.topology;

import org.jspecify.annotations.NullMarked;
