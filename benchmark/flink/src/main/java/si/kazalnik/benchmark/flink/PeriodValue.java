package si.kazalnik.benchmark.flink;

import java.math.BigDecimal;

/** An indicator's value for a period. */
public final class PeriodValue {
  public String indicator = "";
  public String period = "";
  public BigDecimal value = BigDecimal.ZERO;

  /** Flink makes them empty. */
  public PeriodValue() {}

  PeriodValue(String indicator, String period, BigDecimal value) {
    this.indicator = indicator;
    this.period = period;
    this.value = value;
  }

  String key() {
    return indicator + "|" + period;
  }

  String json() {
    return "{\"indicator\":\""
        + indicator
        + "\",\"period\":\""
        + period
        + "\",\"value\":"
        + value.toPlainString()
        + "}";
  }
}
