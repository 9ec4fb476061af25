package si.kazalnik.benchmark.oracle;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An accepted event. */
record Event(
    String provider,
    String source,
    String measurement,
    int revision,
    Kind kind,
    String hash,
    @Nullable Content content) {

  /** In the order in which they beat each other at equal revision. */
  enum Kind {
    RECORDED,
    COMPLETED,
    CORRECTED,
    WITHDRAWN
  }

  /**
   * What it says, except of a withdrawal.
   *
   * @param moment the instant by which a `LAST` is chosen
   * @param observedAt as given; null where only a period was
   */
  record Content(
      String series,
      @Nullable String subject,
      Map<String, String> dimensions,
      LocalDate start,
      LocalDate end,
      Instant moment,
      @Nullable Instant observedAt,
      @Nullable BigDecimal value,
      @Nullable String key) {}

  record Identity(String source, String measurement) {}

  Identity identity() {
    return new Identity(source, measurement);
  }

  boolean measures() {
    return kind == Kind.RECORDED || kind == Kind.CORRECTED;
  }

  /** Above zero where this one wins over the other; zero where they are equal. */
  int against(Event other) {
    int byRevision = Integer.compare(revision, other.revision);
    if (byRevision != 0) {
      return byRevision;
    }
    int byKind = kind.compareTo(other.kind);
    return byKind != 0 ? byKind : hash.compareTo(other.hash);
  }
}
