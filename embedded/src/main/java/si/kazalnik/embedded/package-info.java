/** A real Kafka broker and a document store inside this process. */
@NullMarked
package si.kazalnik.embedded;

import org.jspecify.annotations.NullMarked;
