/** Kafka at the edge: raw events in; measurements, rejections and the ledger out. */
@NullMarked
package si.kazalnik.ingestion.kafka;

import org.jspecify.annotations.NullMarked;
