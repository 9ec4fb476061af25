package si.kazalnik.ingestion.kafka;

import org.jspecify.annotations.Nullable;

/**
 * Which HTTP request brought an event.
 *
 * @param receipt one that we issued to that provider, or null where the event came over Kafka
 * @param index place in the request, from 0
 */
record Sender(@Nullable String receipt, int index) {

  static final Sender KAFKA = new Sender(null, 0);
}
