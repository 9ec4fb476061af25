/** Reads CloudEvents 1.0 in JSON from bytes: the only place that parses what strangers sent. */
@NullMarked
package si.kazalnik.ingestion.cloudevents;

import org.jspecify.annotations.NullMarked;
