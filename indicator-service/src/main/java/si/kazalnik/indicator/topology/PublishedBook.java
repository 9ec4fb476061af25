package si.kazalnik.indicator.topology;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.apache.kafka.common.serialization.BytesSerializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import si.kazalnik.contract.ContractJson;
import si.kazalnik.contract.IndicatorValue;
import si.kazalnik.contract.IndicatorValue.InputValue;
import si.kazalnik.contract.NoValueReason;
import si.kazalnik.contract.calendar.ReportingPeriod;
import si.kazalnik.indicator.domain.evaluation.Computation;
import si.kazalnik.indicator.domain.evaluation.Past;
import si.kazalnik.indicator.domain.revision.PublishedPeriod;

/** What is remembered of each published period: by indicator, dimension tuple and last day. */
final class PublishedBook {

  private static final int SCHEMA = 3;

  private final KeyValueStore<Bytes, byte[]> store;

  PublishedBook(KeyValueStore<Bytes, byte[]> store) {
    this.store = store;
  }

  @Nullable PublishedPeriod get(Computation computed) {
    return get(key(computed.indicator(), computed.dimensions(), computed.end(), computed.start()));
  }

  void put(PublishedPeriod published) {
    IndicatorValue last = published.last();
    put(key(last.indicator(), last.dimensions(), last.end(), last.start()), published);
  }

  @Nullable PublishedPeriod get(Bytes key) {
    byte[] stored = store.get(key);
    return stored == null ? null : read(stored);
  }

  void put(Bytes key, PublishedPeriod published) {
    store.put(key, new BytesOut().raw(SCHEMA).raw(ContractJson.write(published)).done());
  }

  void delete(Bytes key) {
    store.delete(key);
  }

  /** What was published of an indicator before a period. */
  Past before(String indicator, ReportingPeriod period) {
    return new Past() {
      @Override
      public boolean isPublished() {
        return headline() != null;
      }

      @Override
      public boolean hasClosed() {
        PublishedPeriod headline = headline();
        return headline != null && headline.last().revision() > 0;
      }

      private @Nullable PublishedPeriod headline() {
        return get(key(indicator, Map.of(), period.end(), period.start()));
      }

      @Override
      public @Nullable BigDecimal lastShown(
          Map<String, String> dimensions, String input, LocalDate since) {
        List<IndicatorValue> back =
            latestFirst(
                indicator,
                dimensions,
                key(indicator, dimensions, period.end(), period.start()),
                value -> value.end().isBefore(since) || isShown(value));
        IndicatorValue shown = back.isEmpty() ? null : back.get(back.size() - 1);
        return shown == null || shown.end().isBefore(since) || !isShown(shown)
            ? null
            : value(shown, input);
      }
    };
  }

  private static boolean isShown(IndicatorValue value) {
    return value.reason() != NoValueReason.SUPPRESSED;
  }

  private static BigDecimal value(IndicatorValue shown, String input) {
    return shown.inputs().stream()
        .filter(each -> each.name().equals(input))
        .map(InputValue::value)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(BigDecimal.ZERO);
  }

  /** The last day of the earliest period of an indicator's headline, or null. */
  @Nullable LocalDate earliest(String indicator) {
    Bytes prefix = prefix(indicator, Map.of());
    try (KeyValueIterator<Bytes, byte[]> found = store.prefixScan(prefix, new BytesSerializer())) {
      return found.hasNext()
          ? new BytesIn(found.next().key.get()).after(prefix.get().length).day()
          : null;
    }
  }

  /** Those of an indicator's headline that end on these days. */
  List<PublishedPeriod> between(String indicator, LocalDate from, LocalDate to) {
    List<PublishedPeriod> all = new ArrayList<>();
    try (KeyValueIterator<Bytes, byte[]> found =
        store.range(
            Bytes.wrap(tuple(indicator, Map.of()).day(from).done()),
            Bytes.wrap(tuple(indicator, Map.of()).day(to.plusDays(1)).done()))) {
      found.forEachRemaining(each -> all.add(read(each.value)));
    }
    return all;
  }

  /**
   * A tuple's newest records, latest period first, up to the first of which that holds, included.
   *
   * @param before key of the period before which they lie, or null for all
   */
  List<IndicatorValue> latestFirst(
      String indicator,
      Map<String, String> dimensions,
      @Nullable Bytes before,
      Predicate<? super IndicatorValue> last) {
    Bytes from = prefix(indicator, dimensions);
    Bytes end = before == null ? Bytes.wrap(CellKeys.after(from.get())) : before;
    try (KeyValueIterator<Bytes, byte[]> found = store.reverseRange(from, end)) {
      return read(found, end, last);
    }
  }

  /** Those of the tuple after that key, earliest period first, likewise. */
  List<IndicatorValue> earliestFirst(
      String indicator,
      Map<String, String> dimensions,
      Bytes after,
      Predicate<? super IndicatorValue> last) {
    Bytes end = Bytes.wrap(CellKeys.after(prefix(indicator, dimensions).get()));
    try (KeyValueIterator<Bytes, byte[]> found = store.range(after, end)) {
      return read(found, after, last);
    }
  }

  private static List<IndicatorValue> read(
      KeyValueIterator<Bytes, byte[]> found, Bytes but, Predicate<? super IndicatorValue> last) {
    List<IndicatorValue> values = new ArrayList<>();
    while (found.hasNext()) {
      KeyValue<Bytes, byte[]> each = found.next();
      if (!each.key.equals(but)) {
        IndicatorValue value = read(each.value).last();
        values.add(value);
        if (last.test(value)) {
          break;
        }
      }
    }
    return values;
  }

  private static Bytes prefix(String indicator, Map<String, String> dimensions) {
    return Bytes.wrap(tuple(indicator, dimensions).done());
  }

  static Bytes key(IndicatorValue value) {
    return key(value.indicator(), value.dimensions(), value.end(), value.start());
  }

  static Bytes key(
      String indicator, Map<String, String> dimensions, LocalDate end, LocalDate start) {
    return Bytes.wrap(tuple(indicator, dimensions).day(end).day(start).done());
  }

  /** What the keys of a tuple's periods begin with; their last and first days follow. */
  static BytesOut tuple(String indicator, Map<String, String> dimensions) {
    return new BytesOut().id(indicator).text(IndicatorValue.dimensionsKey(dimensions));
  }

  private static PublishedPeriod read(byte[] stored) {
    return ContractJson.read(BytesIn.versioned(stored, SCHEMA).rest(), PublishedPeriod.class);
  }
}
