package si.kazalnik.notification.kafka;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.listener.ConsumerSeekAware;
import org.springframework.stereotype.Component;
import si.kazalnik.notification.outbox.DeviationRecorder;
import si.kazalnik.notification.store.Durability;
import si.kazalnik.notification.store.OffsetStore;
import si.kazalnik.notification.store.OffsetStore.Place;
import si.kazalnik.notification.store.UnreadableStore;
import si.kazalnik.service.catalogue.CatalogueReader;

/**
 * The way in: topic {@code deviations}. Goes on from the offset that is kept in MongoDB beside the
 * data; the group's in Kafka tells only what was read before the database was lost. A record that
 * can't be read is kept whole and passed over; where the database can't be reached the same records
 * are tried until it can.
 */
@Component
class DeviationsListener implements ConsumerSeekAware {

  static final String ID = "deviations";

  private static final Logger log = LoggerFactory.getLogger(DeviationsListener.class);

  private final DeviationRecorder recorder;
  private final OffsetStore offsets;
  private final UnreadableStore unreadable;
  private final Durability durability;
  private final CatalogueReader catalogue;
  private final Places places = new Places();

  DeviationsListener(
      DeviationRecorder recorder,
      OffsetStore offsets,
      UnreadableStore unreadable,
      Durability durability,
      CatalogueReader catalogue) {
    this.recorder = recorder;
    this.offsets = offsets;
    this.unreadable = unreadable;
    this.durability = durability;
    this.catalogue = catalogue;
  }

  // Started by DeviationsStarter, once there is a catalogue and a database.
  @KafkaListener(
      id = ID,
      topics = "#{@topics.deviations()}",
      autoStartup = "false",
      idIsGroup = false)
  void onDeviations(List<ConsumerRecord<String, byte[]>> records) {
    CatalogueInTime known = new CatalogueInTime(catalogue);
    Map<TopicPartition, Long> next = new HashMap<>();
    for (ConsumerRecord<String, byte[]> each : records) {
      take(each, known);
      next.put(new TopicPartition(each.topic(), each.partition()), each.offset() + 1);
    }
    durability.commit();
    next.forEach(
        (partition, offset) ->
            offsets.save(
                partition.topic(), partition.partition(), places.reached(partition, offset)));
    durability.commit();
  }

  private void take(ConsumerRecord<String, byte[]> message, CatalogueInTime known) {
    byte[] value = message.value();
    if (value == null) {
      // A tombstone, 400 days after the end: what we told and when stays our own record.
      return;
    }
    DeviationCodec.Result read = DeviationCodec.read(value);
    if (read instanceof DeviationCodec.Result.Sound sound) {
      recorder.record(
          sound.deviation(),
          message.offset(),
          places.reading(
              new TopicPartition(message.topic(), message.partition()), message.offset()),
          known.of(sound.deviation()));
    } else if (read instanceof DeviationCodec.Result.Unreadable bad) {
      log.error(
          "the deviation at {}-{}@{} can't be read; it is kept in `unreadable`: {}",
          message.topic(),
          message.partition(),
          message.offset(),
          bad.reason());
      unreadable.keep(message.topic(), message.partition(), message.offset(), value, bad.reason());
    }
  }

  @Override
  public void onPartitionsAssigned(
      Map<TopicPartition, Long> assignments, ConsumerSeekCallback callback) {
    assignments.forEach(
        (each, group) -> {
          Place kept = offsets.place(each.topic(), each.partition());
          Place from = places.assigned(each, kept, group);
          if (!from.equals(kept)) {
            // Nothing more may ever come that would move it.
            offsets.save(each.topic(), each.partition(), from);
          }
          if (from.next() > 0) {
            callback.seek(each.topic(), each.partition(), from.next());
          } else {
            callback.seekToBeginning(each.topic(), each.partition());
          }
        });
  }
}
