package si.kazalnik.ingestion.kafka;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;
import si.kazalnik.contract.EventHeaders;
import si.kazalnik.ingestion.validation.Verdict.Refusal;

/** A refused event, kept whole: key, value and headers as received, and ours beside them. */
final class RejectedRecord {

  private static final String OURS = "kazalnik-";

  private RejectedRecord() {}

  static ProducerRecord<byte[], byte[]> of(
      String topic,
      ConsumerRecord<byte[], byte[]> raw,
      String provider,
      @Nullable String eventId,
      Refusal refusal,
      Sender sender) {
    RecordHeaders headers = new RecordHeaders();
    for (Header header : raw.headers()) {
      // Names of ours on a raw record say what its sender wishes; only what we know goes on.
      if (!header.key().startsWith(OURS)) {
        headers.add(header);
      }
    }
    add(headers, EventHeaders.PROVIDER, provider);
    add(headers, EventHeaders.CODE, refusal.code().name());
    add(headers, EventHeaders.MESSAGE, refusal.message());
    add(headers, EventHeaders.ORIGIN, raw.topic() + '-' + raw.partition() + '-' + raw.offset());
    add(headers, EventHeaders.RECEIVED_AT, Instant.ofEpochMilli(raw.timestamp()).toString());
    if (eventId != null) {
      add(headers, EventHeaders.EVENT_ID, eventId);
    }
    if (sender.receipt() != null) {
      add(headers, EventHeaders.RECEIPT, sender.receipt());
      add(headers, EventHeaders.INDEX, Integer.toString(sender.index()));
    }
    return new ProducerRecord<>(topic, null, raw.key(), raw.value(), headers);
  }

  private static void add(Headers headers, String name, String value) {
    headers.add(name, value.getBytes(StandardCharsets.UTF_8));
  }
}
