package si.kazalnik.benchmark.flink;

import java.math.BigDecimal;

/** What is kept of all measurements of one series, cell and local day. */
public final class DaySummary {
  public String series = "";
  public String cell = "";
  public long day;

  /** Whether it is still to be sent. */
  public boolean changed;

  public long count;
  public BigDecimal sum = BigDecimal.ZERO;
  public BigDecimal greatest = BigDecimal.ZERO;

  /** The latest observation, and of several at once that of the greatest identity. */
  public long lastAt = Long.MIN_VALUE;

  public String lastIdentity = "";
  public BigDecimal last = BigDecimal.ZERO;

  static DaySummary of(String cell) {
    DaySummary empty = new DaySummary();
    empty.cell = cell;
    return empty;
  }

  void add(Measurement measurement) {
    series = measurement.series;
    cell = measurement.cell;
    day = measurement.day;
    greatest = count == 0 ? measurement.value : greatest.max(measurement.value);
    count++;
    sum = sum.add(measurement.value);
    if (isAfter(measurement.observedAt, measurement.identity)) {
      lastAt = measurement.observedAt;
      lastIdentity = measurement.identity;
      last = measurement.value;
    }
  }

  void merge(DaySummary other) {
    greatest = count == 0 ? other.greatest : greatest.max(other.greatest);
    count += other.count;
    sum = sum.add(other.sum);
    if (isAfter(other.lastAt, other.lastIdentity)) {
      lastAt = other.lastAt;
      lastIdentity = other.lastIdentity;
      last = other.last;
    }
  }

  private boolean isAfter(long at, String identity) {
    return at > lastAt || (at == lastAt && identity.compareTo(lastIdentity) > 0);
  }
}
