package si.kazalnik.indicator.topology;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import si.kazalnik.contract.IndicatorValue;
import si.kazalnik.indicator.domain.revision.PublishedPeriod;

/**
 * On which day each published period of an event lies, so that it is found by its name: its day may
 * change until it closes.
 */
final class EventBook {

  private static final int SCHEMA = 1;

  private final KeyValueStore<Bytes, byte[]> days;
  private final PublishedBook published;

  EventBook(KeyValueStore<Bytes, byte[]> days, PublishedBook published) {
    this.days = days;
    this.published = published;
  }

  @Nullable PublishedPeriod get(String indicator, Map<String, String> dimensions, String subject) {
    byte[] day = days.get(name(indicator, dimensions, subject));
    return day == null ? null : published.get(key(indicator, dimensions, subject, day(day)));
  }

  void put(PublishedPeriod period) {
    IndicatorValue last = period.last();
    Bytes name = name(last.indicator(), last.dimensions(), last.period());
    byte[] before = days.get(name);
    if (before != null && !day(before).equals(last.end())) {
      published.delete(key(last.indicator(), last.dimensions(), last.period(), day(before)));
    }
    days.put(name, new BytesOut().raw(SCHEMA).day(last.end()).done());
    published.put(key(last.indicator(), last.dimensions(), last.period(), last.end()), period);
  }

  /** The subjects of an indicator's published periods that lie on these days. */
  List<String> subjects(String indicator, LocalDate from, LocalDate to) {
    return published.between(indicator, from, to).stream()
        .map(each -> each.last().period())
        .toList();
  }

  /** The subjects of an indicator's published periods. */
  List<String> subjects(String indicator) {
    List<String> subjects = new ArrayList<>();
    Bytes from = Bytes.wrap(headline(indicator).done());
    try (KeyValueIterator<Bytes, byte[]> found =
        days.range(from, Bytes.wrap(CellKeys.after(from.get())))) {
      while (found.hasNext()) {
        KeyValue<Bytes, byte[]> each = found.next();
        BytesIn in = new BytesIn(each.key.get());
        in.id();
        in.text();
        subjects.add(in.text());
      }
    }
    return subjects;
  }

  /** Key of a published period of an event. */
  static Bytes key(IndicatorValue value) {
    return key(value.indicator(), value.dimensions(), value.period(), value.end());
  }

  private static BytesOut headline(String indicator) {
    return new BytesOut().id(indicator).text(IndicatorValue.dimensionsKey(Map.of()));
  }

  private static Bytes name(String indicator, Map<String, String> dimensions, String subject) {
    return Bytes.wrap(
        new BytesOut()
            .id(indicator)
            .text(IndicatorValue.dimensionsKey(dimensions))
            .text(subject)
            .done());
  }

  private static Bytes key(
      String indicator, Map<String, String> dimensions, String subject, LocalDate day) {
    return Bytes.wrap(
        PublishedBook.tuple(indicator, dimensions).day(day).day(day).text(subject).done());
  }

  private static LocalDate day(byte[] stored) {
    return BytesIn.versioned(stored, SCHEMA).day();
  }
}
