package si.kazalnik.indicator.topology;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
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
        return latestFirst(
            prefix(indicator, dimensions),
            key(indicator, dimensions, period.end(), period.start()),
            values -> shown(values, input, since));
      }
    };
  }

  private static @Nullable BigDecimal shown(
      Iterable<IndicatorValue> latestFirst, String input, LocalDate since) {
    for (IndicatorValue value : latestFirst) {
      if (value.end().isBefore(since)) {
        return null;
      }
      if (value.reason() != NoValueReason.SUPPRESSED) {
        return value.inputs().stream()
            .filter(each -> each.name().equals(input))
            .map(InputValue::value)
            .filter(Objects::nonNull)
            .findFirst()
            .orElse(BigDecimal.ZERO);
      }
    }
    return null;
  }

  /** All of an indicator's headline, earliest first. */
  List<PublishedPeriod> all(String indicator) {
    List<PublishedPeriod> all = new ArrayList<>();
    try (KeyValueIterator<Bytes, byte[]> found =
        store.prefixScan(prefix(indicator, Map.of()), new BytesSerializer())) {
      while (found.hasNext()) {
        KeyValue<Bytes, byte[]> each = found.next();
        all.add(read(each.value));
      }
    }
    return all;
  }

  /** Hands over the headline's newest records, latest period first, read only as they are asked. */
  <T> T latestFirst(String indicator, Function<Iterable<IndicatorValue>, T> reader) {
    Bytes from = prefix(indicator, Map.of());
    return latestFirst(from, Bytes.wrap(CellKeys.after(from.get())), reader);
  }

  // The end of a range is inclusive; a period that is itself the end does not come before itself.
  private <T extends @Nullable Object> T latestFirst(
      Bytes from, Bytes end, Function<Iterable<IndicatorValue>, T> reader) {
    try (KeyValueIterator<Bytes, byte[]> found = store.reverseRange(from, end)) {
      if (found.hasNext() && found.peekNextKey().equals(end)) {
        found.next();
      }
      Iterator<IndicatorValue> values =
          new Iterator<>() {
            @Override
            public boolean hasNext() {
              return found.hasNext();
            }

            @Override
            public IndicatorValue next() {
              return read(found.next().value).last();
            }
          };
      return reader.apply(() -> values);
    }
  }

  private static Bytes prefix(String indicator, Map<String, String> dimensions) {
    return Bytes.wrap(tuple(indicator, dimensions).done());
  }

  private static Bytes key(
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
