package si.kazalnik.notification.kafka;

import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import si.kazalnik.notification.outbox.DeviationRecorder.Reading;

/**
 * Where the database and Kafka say that reading stood. They agree unless one of them was lost or
 * restored from a copy: the database keeps its place first, Kafka the group's after it.
 */
final class Places {

  private static final Logger log = LoggerFactory.getLogger(Places.class);

  private final Map<TopicPartition, Place> places = new ConcurrentHashMap<>();

  /**
   * One partition's.
   *
   * @param database offset of the first record that the database may lack
   * @param group offset of the first record that this service has never read
   * @param anew whether the topic is read again from before the database's place
   */
  private record Place(long database, long group, boolean anew) {}

  /** Where to go on, once the partition is this instance's. */
  long assigned(TopicPartition partition, OptionalLong database, long group) {
    long from = database.orElse(0);
    if (group > from) {
      log.warn(
          "the database lacks what was read of {} from offset {} to {}: it was lost, or restored"
              + " from a copy. The deviations are taken in again; nobody is told of them again",
          partition,
          from,
          group);
    }
    places.put(partition, new Place(from, group, database.isEmpty()));
    return from;
  }

  /** How the record at that offset is to be read. */
  Reading reading(TopicPartition partition, long offset) {
    Place place = places.getOrDefault(partition, new Place(0, 0, false));
    if (offset < place.database() && !place.anew()) {
      log.warn(
          "{} is shorter than when the database read it up to offset {}: Kafka was restored from a"
              + " copy. It is read again from offset {}; deviations that it no longer holds stay as"
              + " they are until their events are sent again",
          partition,
          place.database(),
          offset);
      place = new Place(place.database(), place.group(), true);
      places.put(partition, place);
    }
    return new Reading(offset < place.group(), place.anew());
  }
}
