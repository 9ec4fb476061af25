package si.kazalnik.indicator.topology;

import java.util.Arrays;
import java.util.stream.Stream;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.ProcessingContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * The stores by name. Each is on disk and logged; names are never used for another form. Most are
 * cached, so that what changes often is written once a commit; not those whose entries are written
 * once and scanned, which a cache makes slower.
 */
enum Stored {
  IDENTITIES("stage-one-identities", false),
  CONTRIBUTIONS("stage-one-contributions", false),
  SUMMARIES("stage-one-summaries"),
  COUNTS("stage-one-counts"),
  POSITION("stage-one-position"),
  CHANGED_CELLS("stage-one-changed-cells"),
  UNREADABLE("stage-one-unreadable"),
  ROUTES("stage-one-routes"),
  EARLY("stage-one-early"),
  CELLS("stage-two-cells", false),
  SUBJECT_CELLS("stage-two-cells-by-subject", false),
  ROLL_UPS("stage-two-roll-ups", false),
  WATERMARKS("stage-two-watermarks"),
  DEFINITIONS("stage-two-definitions"),
  CHANGED_PERIODS("stage-two-changed-periods"),
  DUE("stage-two-due"),
  CHANGED_INDICATORS("stage-two-changed-indicators"),
  PUBLISHED("stage-two-published"),
  CHANGED_EVENTS("stage-two-changed-events"),
  EVENT_DAYS("stage-two-event-days"),
  DEVIATIONS("stage-two-deviations"),
  SEEDING("stage-two-seeding"),
  INBOX("stage-two-inbox"),
  OVERDUE("stage-three-overdue"),
  PROVIDERS("stage-three-deviations"),
  PROVIDERS_ENDED("stage-three-ended"),
  CHANGED_PROVIDERS("stage-three-changed-providers"),
  PROVIDER_SEEDING("stage-three-seeding"),
  HEARD("stage-three-heard");

  private final String storeName;
  private final boolean cached;

  Stored(String storeName) {
    this(storeName, true);
  }

  Stored(String storeName, boolean cached) {
    this.storeName = storeName;
    this.cached = cached;
  }

  String storeName() {
    return storeName;
  }

  /** The topic in which Kafka Streams keeps it. */
  String changelog(Generation generation) {
    return generation.id() + "-" + storeName + "-changelog";
  }

  static Stream<Stored> ofStageOne() {
    return of("stage-one-");
  }

  static Stream<Stored> ofStageTwo() {
    return of("stage-two-");
  }

  static Stream<Stored> ofStageThree() {
    return of("stage-three-");
  }

  private static Stream<Stored> of(String prefix) {
    return Arrays.stream(values()).filter(each -> each.storeName.startsWith(prefix));
  }

  StoreBuilder<KeyValueStore<Bytes, byte[]>> builder() {
    StoreBuilder<KeyValueStore<Bytes, byte[]>> builder =
        Stores.keyValueStoreBuilder(
            Stores.persistentKeyValueStore(storeName), Serdes.Bytes(), Serdes.ByteArray());
    return cached ? builder.withCachingEnabled() : builder;
  }

  KeyValueStore<Bytes, byte[]> in(ProcessingContext context) {
    return context.getStateStore(storeName);
  }
}
