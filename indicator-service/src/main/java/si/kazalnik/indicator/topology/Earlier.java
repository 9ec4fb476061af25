package si.kazalnik.indicator.topology;

import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * What was published before this computation began: by one of another form, or whose state is lost.
 */
interface Earlier {

  /** Nothing was. */
  Earlier NOTHING =
      new Earlier() {
        @Override
        public Optional<Map<Integer, Long>> ends(String topic) {
          return Optional.of(Map.of());
        }

        @Override
        public long read(Seeding.Place place, BiConsumer<String, byte @Nullable []> reader) {
          return place.end();
        }
      };

  /**
   * Of each of a topic's partitions the offset after its last record, left out where there is none;
   * empty where it can't be told yet, because a transaction is not over.
   */
  Optional<Map<Integer, Long>> ends(String topic);

  /**
   * Shows key and value of what is still to be read of a place, for about a second.
   *
   * @return the offset from which to go on
   */
  long read(Seeding.Place place, BiConsumer<String, byte @Nullable []> reader);
}
