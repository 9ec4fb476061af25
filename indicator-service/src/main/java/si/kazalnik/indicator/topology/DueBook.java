package si.kazalnik.indicator.topology;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;

/** The instants at which the clock changes something, in their order. */
final class DueBook {

  /** What happens. */
  enum Kind {
    BEGINS('B'),
    CLOSES('C'),
    /** Either, of a period that an event names. */
    EVENT('E');

    private final int code;

    Kind(int code) {
      this.code = code;
    }

    private static Kind of(int code) {
      for (Kind kind : values()) {
        if (kind.code == code) {
          return kind;
        }
      }
      throw new IllegalStateException("nothing has the code " + code);
    }
  }

  /**
   * One instant.
   *
   * @param period name of the period that begins or closes
   */
  record Due(Instant at, String indicator, Kind kind, String period) {

    private byte[] key() {
      return new BytesOut().instant(at).id(indicator).raw(kind.code).text(period).done();
    }

    private static Due of(byte[] key) {
      BytesIn in = new BytesIn(key);
      return new Due(in.instant(), in.id(), Kind.of(in.raw()), in.text());
    }
  }

  private final Marks entries;

  DueBook(Marks entries) {
    this.entries = entries;
  }

  void add(Due due) {
    entries.set(due.key(), Mark.AGAIN);
  }

  /** The earliest instant, or empty where nothing is to come. */
  Optional<Instant> next() {
    return Optional.ofNullable(entries.first()).map(first -> Due.of(first.getKey().get()).at());
  }

  boolean hasPassed(Instant now) {
    return next().filter(at -> !at.isAfter(now)).isPresent();
  }

  /** Takes out the earliest that the clock has reached. */
  Optional<Due> poll(Instant now) {
    Map.@Nullable Entry<Bytes, Mark> first = entries.first();
    if (first == null) {
      return Optional.empty();
    }
    Due due = Due.of(first.getKey().get());
    if (due.at().isAfter(now)) {
      return Optional.empty();
    }
    entries.remove(first.getKey());
    return Optional.of(due);
  }

  /** Forgets all of an indicator. */
  void drop(String indicator) {
    for (Bytes key : entries.keys()) {
      if (Due.of(key.get()).indicator().equals(indicator)) {
        entries.remove(key);
      }
    }
  }
}
