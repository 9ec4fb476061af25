package si.kazalnik.ingestion.kafka;

import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import si.kazalnik.contract.RejectionCode;
import si.kazalnik.contract.Topics;
import si.kazalnik.ingestion.cloudevents.EventReader;
import si.kazalnik.ingestion.cloudevents.Reading;
import si.kazalnik.ingestion.validation.Arrival;
import si.kazalnik.ingestion.validation.Validator;
import si.kazalnik.ingestion.validation.Verdict;
import si.kazalnik.ingestion.validation.Verdict.Refusal;

/** From a raw record to a verdict. */
record Examination(Topics topics, Validator validator, Instant now) {

  private static final Logger log = LoggerFactory.getLogger(Examination.class);

  /** Largest event, in bytes as {@link EventReader#size} counts them. */
  static final int LARGEST = 256 * 1024;

  /**
   * What was found.
   *
   * @param eventId the envelope's id where one could be read
   */
  record Finding(@Nullable String eventId, Verdict verdict) {}

  Finding examine(ConsumerRecord<byte[], byte[]> raw) {
    try {
      return judge(raw);
    } catch (RuntimeException fault) {
      // A fault of ours must neither stop the partition for ever nor lose the event.
      log.error(
          "the event at {}-{}@{} could not be examined; it is kept among the rejected",
          raw.topic(),
          raw.partition(),
          raw.offset(),
          fault);
      return new Finding(
          null,
          new Refusal(RejectionCode.MALFORMED, "the event could not be examined; we were told"));
    }
  }

  private Finding judge(ConsumerRecord<byte[], byte[]> raw) {
    long size = EventReader.size(raw.headers(), raw.value());
    if (size > LARGEST) {
      return new Finding(
          null,
          new Refusal(
              RejectionCode.TOO_LARGE,
              "the event has " + size + " bytes; at most " + LARGEST + " are allowed"));
    }
    Reading reading = EventReader.read(raw.headers(), raw.value());
    if (reading instanceof Reading.Unreadable unreadable) {
      return new Finding(
          unreadable.id(), new Refusal(RejectionCode.MALFORMED, unreadable.message()));
    }
    Reading.Read read = (Reading.Read) reading;
    Arrival arrival =
        new Arrival(topics.providerOfRaw(raw.topic()), Instant.ofEpochMilli(raw.timestamp()));
    return new Finding(read.event().id(), validator.judge(arrival, read.event(), now));
  }
}
