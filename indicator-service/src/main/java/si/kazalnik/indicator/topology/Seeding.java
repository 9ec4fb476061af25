package si.kazalnik.indicator.topology;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import si.kazalnik.contract.ContractJson;

/**
 * One partition's first work when it begins without state: it reads what was published earlier, bit
 * by bit, so that it goes on from there and publishes only what differs.
 */
final class Seeding {

  private static final int SCHEMA = 1;
  private static final Bytes KEY = Bytes.wrap("seeding".getBytes(StandardCharsets.UTF_8));

  /** Takes what a place holds. */
  @FunctionalInterface
  interface Taker {
    void take(String topic, String key, byte @Nullable [] value);
  }

  /**
   * What is to be read, and how far that has come.
   *
   * @param next offset from which to go on
   * @param end offset after the last record
   */
  record Place(String topic, int partition, long next, long end) {
    boolean isOpen() {
      return next < end;
    }
  }

  /**
   * The whole of it.
   *
   * @param upTo by partition of {@code measurements}, how far stage one has to come before anything
   *     is compared with what was published
   * @param control how far this partition of {@code control.indicators} has to be taken before
   *     that; null in a plan that was kept before it was asked
   */
  record Plan(List<Place> places, Map<Integer, Long> upTo, @Nullable Long control) {}

  private final KeyValueStore<Bytes, byte[]> store;
  private final Earlier earlier;
  private final Supplier<Optional<Plan>> planner;
  private final Taker taker;
  private @Nullable Plan plan;

  Seeding(
      KeyValueStore<Bytes, byte[]> store,
      Earlier earlier,
      Supplier<Optional<Plan>> planner,
      Taker taker) {
    this.store = store;
    this.earlier = earlier;
    this.planner = planner;
    this.taker = taker;
    byte[] stored = store.get(KEY);
    if (stored != null) {
      plan = ContractJson.read(BytesIn.versioned(stored, SCHEMA).rest(), Plan.class);
    }
  }

  /** The places that hold anything of a topic. */
  static List<Place> places(String topic, Map<Integer, Long> ends) {
    List<Place> places = new ArrayList<>();
    new TreeMap<>(ends).forEach((each, end) -> places.add(new Place(topic, each, 0, end)));
    return places;
  }

  /** Whether everything is read. */
  boolean isDone() {
    return plan != null && plan.places().stream().noneMatch(Place::isOpen);
  }

  /** Whether there was anything; to be asked once it is read. */
  boolean foundAnything() {
    return plan != null && !plan.places().isEmpty();
  }

  /** How far stage one has to come; see {@link Plan}. */
  Map<Integer, Long> upTo() {
    return plan == null ? Map.of() : plan.upTo();
  }

  /** How far the catalogues have to be taken; see {@link Plan}. */
  long control() {
    return plan == null || plan.control() == null ? 0 : plan.control();
  }

  /** Nothing is to be waited for any more, after a restart neither. */
  void over() {
    if (plan != null && !(plan.upTo().isEmpty() && plan.control() == null)) {
      keep(new Plan(plan.places(), Map.of(), null));
    }
  }

  /** Reads on, for no longer than a transaction. */
  void go() {
    if (plan == null) {
      planner.get().ifPresent(this::keep);
    } else if (!isDone()) {
      readOn(plan);
    }
  }

  private void readOn(Plan now) {
    List<Place> places = new ArrayList<>(now.places());
    for (int n = 0; n < places.size(); n++) {
      Place place = places.get(n);
      if (place.isOpen()) {
        long next = earlier.read(place, (key, value) -> taker.take(place.topic(), key, value));
        places.set(n, new Place(place.topic(), place.partition(), next, place.end()));
        break;
      }
    }
    keep(new Plan(List.copyOf(places), now.upTo(), now.control()));
  }

  private void keep(Plan now) {
    plan = now;
    store.put(KEY, new BytesOut().raw(SCHEMA).raw(ContractJson.write(now)).done());
  }
}
