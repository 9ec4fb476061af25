package si.kazalnik.benchmark.flink;

import java.math.BigDecimal;

/** One accepted measurement, in the form that Flink serialises fastest. */
public final class Measurement {
  /** Source and measurement. */
  public String identity = "";

  public int revision;
  public String series = "";

  /** Values of its dimensions. */
  public String cell = "";

  /** The local day, counted from 1970-01-01. */
  public long day;

  /** When it was observed, in milliseconds. */
  public long observedAt;

  public BigDecimal value = BigDecimal.ZERO;

  String dayKey() {
    return series + "|" + cell + "|" + day;
  }
}
