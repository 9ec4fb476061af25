package si.kazalnik.indicator.topology;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import org.apache.kafka.common.serialization.BytesSerializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import si.kazalnik.contract.ContractJson;
import si.kazalnik.contract.IndicatorValue;
import si.kazalnik.contract.calendar.ReportingPeriod;
import si.kazalnik.indicator.domain.revision.PublishedPeriod;

/** What is remembered of each published period, by indicator and last day. */
final class PublishedBook {

  private static final int SCHEMA = 2;

  private final KeyValueStore<Bytes, byte[]> store;

  PublishedBook(KeyValueStore<Bytes, byte[]> store) {
    this.store = store;
  }

  @Nullable PublishedPeriod get(String indicator, ReportingPeriod period) {
    byte[] stored = store.get(key(indicator, period));
    return stored == null ? null : read(stored);
  }

  void put(String indicator, ReportingPeriod period, PublishedPeriod published) {
    store.put(
        key(indicator, period),
        new BytesOut().raw(SCHEMA).raw(ContractJson.write(published)).done());
  }

  /** All of an indicator, earliest first. */
  List<PublishedPeriod> all(String indicator) {
    List<PublishedPeriod> all = new ArrayList<>();
    try (KeyValueIterator<Bytes, byte[]> found =
        store.prefixScan(prefix(indicator), new BytesSerializer())) {
      while (found.hasNext()) {
        KeyValue<Bytes, byte[]> each = found.next();
        all.add(read(each.value));
      }
    }
    return all;
  }

  /** Hands over an indicator's newest records, latest period first, read only as they are asked. */
  <T> T latestFirst(String indicator, Function<Iterable<IndicatorValue>, T> reader) {
    Bytes from = prefix(indicator);
    try (KeyValueIterator<Bytes, byte[]> found =
        store.reverseRange(from, Bytes.wrap(CellKeys.after(from.get())))) {
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

  private static Bytes prefix(String indicator) {
    return Bytes.wrap(new BytesOut().id(indicator).done());
  }

  private static Bytes key(String indicator, ReportingPeriod period) {
    return Bytes.wrap(new BytesOut().id(indicator).day(period.end()).day(period.start()).done());
  }

  private static PublishedPeriod read(byte[] stored) {
    return ContractJson.read(BytesIn.versioned(stored, SCHEMA).rest(), PublishedPeriod.class);
  }
}
