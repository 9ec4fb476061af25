package si.kazalnik.benchmark.flink;

/** A day that has changed, for one of the indicators that use its series. */
public final class IndicatorDay {
  public String indicator = "";
  public DaySummary summary = new DaySummary();

  /** Flink makes them empty. */
  public IndicatorDay() {}

  IndicatorDay(String indicator, DaySummary summary) {
    this.indicator = indicator;
    this.summary = summary;
  }
}
