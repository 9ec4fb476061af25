/** The Kafka Streams application: from accepted measurements to values and deviations. */
@NullMarked
package si.kazalnik.indicator.topology;

import org.jspecify.annotations.NullMarked;
