package si.kazalnik.notification.kafka;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import si.kazalnik.notification.outbox.DeviationRecorder.Reading;
import si.kazalnik.notification.store.OffsetStore.Place;

/**
 * Where the database and Kafka say that reading stood. They agree unless one of them was lost or
 * restored from a copy: the database keeps its place first, Kafka the group's after it. What
 * follows of that is kept with the place until reading has passed it, for it may be cut short.
 */
final class Places {

  private static final Logger log = LoggerFactory.getLogger(Places.class);

  // As they were assigned: nothing before them is read unless the topic is shorter.
  private final Map<TopicPartition, Place> places = new ConcurrentHashMap<>();

  /**
   * Where to go on, once the partition is this instance's.
   *
   * @param kept what the database has
   * @param group where the group stood
   */
  Place assigned(TopicPartition partition, Place kept, long group) {
    Place place = kept;
    if (group > kept.next()) {
      log.warn(
          "the database lacks what was read of {} from offset {} to {}: it was lost, or restored"
              + " from a copy. The deviations are taken in again; nobody is told of them again",
          partition,
          kept.next(),
          group);
      place = new Place(kept.next(), Math.max(kept.readBefore(), group), kept.anewBelow());
    } else if (group < kept.next()) {
      // A batch whose end Kafka was not told; or a copy of Kafka, which others may have gone on
      // to write.
      place = new Place(group, kept.readBefore(), Math.max(kept.anewBelow(), kept.next()));
    }
    places.put(partition, place);
    return place;
  }

  /** How the record at that offset is to be read; records may come again. */
  Reading reading(TopicPartition partition, long offset) {
    Place place = places.getOrDefault(partition, Place.NONE);
    if (offset < place.next()) {
      log.warn(
          "{} is shorter than when it was read up to offset {}: Kafka was restored from a copy. It"
              + " is read again from offset {}; deviations that it no longer holds stay as they are"
              + " until their events are sent again",
          partition,
          place.next(),
          offset);
      place = new Place(offset, 0, Math.max(place.anewBelow(), place.next()));
      places.put(partition, place);
    }
    return new Reading(offset < place.readBefore(), offset < place.anewBelow());
  }

  /** What is to be kept once everything before that offset is. */
  Place reached(TopicPartition partition, long offset) {
    return places.getOrDefault(partition, Place.NONE).at(offset);
  }
}
