/** Kafka and MongoDB for tests. */
@NullMarked
package si.kazalnik.testing;

import org.jspecify.annotations.NullMarked;
