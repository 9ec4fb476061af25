package si.kazalnik.indicator.published;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import si.kazalnik.contract.Bounds;
import si.kazalnik.contract.Coverage;
import si.kazalnik.contract.IndicatorValue;
import si.kazalnik.contract.NoValueReason;
import si.kazalnik.contract.Performance;
import si.kazalnik.contract.RevisionCause;
import si.kazalnik.contract.ValueStatus;
import si.kazalnik.contract.calendar.ReportingPeriod;

/** Makes a record of {@code indicator-values}; what is not said is as in an open, due period. */
public final class MadeRecord {

  private final String indicator;
  private final String period;
  private final LocalDate start;
  private final LocalDate end;
  private Map<String, String> dimensions = Map.of();
  private int revision;
  private @Nullable BigDecimal value;
  private @Nullable NoValueReason reason = NoValueReason.NO_MEASUREMENTS;
  private ValueStatus status = ValueStatus.PROVISIONAL;
  private @Nullable RevisionCause cause;
  private @Nullable Performance performance;
  private @Nullable Bounds expected;
  private @Nullable Bounds target;
  private @Nullable Coverage coverage;
  private long measurements;
  private Instant computedAt = Instant.parse("2026-03-01T00:00:00Z");
  private Instant closesAt = Instant.parse("2100-01-01T00:00:00Z");
  private List<String> missing = List.of();
  private @Nullable BigDecimal tolerance;
  private List<IndicatorValue.InputValue> inputs = List.of();
  private String catalogue = "made";

  private MadeRecord(String indicator, String period, LocalDate start, LocalDate end) {
    this.indicator = indicator;
    this.period = period;
    this.start = start;
    this.end = end;
  }

  /** Of a period of a calendar. */
  public static MadeRecord of(String indicator, String period) {
    ReportingPeriod read = ReportingPeriod.parse(period).orElseThrow();
    return new MadeRecord(indicator, period, read.start(), read.end());
  }

  /** Of a period that an event named. */
  public static MadeRecord onEvent(String indicator, String subject, String day) {
    return new MadeRecord(indicator, subject, LocalDate.parse(day), LocalDate.parse(day));
  }

  /** Computed with that version. */
  public MadeRecord with(String version) {
    catalogue = version;
    return this;
  }

  public MadeRecord in(String dimension, String dimensionValue) {
    dimensions = Map.of(dimension, dimensionValue);
    return this;
  }

  public MadeRecord value(String number, long from) {
    value = new BigDecimal(number);
    reason = null;
    measurements = from;
    return this;
  }

  public MadeRecord reason(NoValueReason why) {
    value = null;
    reason = why;
    return this;
  }

  public MadeRecord closed(String at) {
    closesAt = Instant.parse(at);
    computedAt = closesAt;
    revision = 1;
    status = ValueStatus.FINAL;
    return this;
  }

  public MadeRecord revised(int number, RevisionCause why, String at) {
    revision = number;
    status = ValueStatus.REVISED;
    cause = why;
    computedAt = Instant.parse(at);
    return this;
  }

  public MadeRecord computed(String at) {
    computedAt = Instant.parse(at);
    return this;
  }

  public MadeRecord judged(Performance verdict) {
    performance = verdict;
    return this;
  }

  public MadeRecord expected(Bounds aim, Bounds point) {
    expected = aim;
    target = point;
    return this;
  }

  public MadeRecord expected(String aim, String point) {
    return expected(Bounds.of(new BigDecimal(aim)), Bounds.of(new BigDecimal(point)));
  }

  public MadeRecord coverage(int reported, int of, String... without) {
    coverage = new Coverage(reported, of, List.of(without));
    return this;
  }

  public MadeRecord missing(String... inputs) {
    missing = List.of(inputs);
    return this;
  }

  public MadeRecord tolerance(String number) {
    tolerance = new BigDecimal(number);
    return this;
  }

  public MadeRecord from(IndicatorValue.InputValue... used) {
    inputs = List.of(used);
    return this;
  }

  public IndicatorValue made() {
    return new IndicatorValue(
        IndicatorValue.SCHEMA,
        indicator,
        period,
        start,
        end,
        dimensions,
        revision,
        value,
        reason,
        status,
        cause,
        performance,
        expected,
        target,
        coverage,
        measurements,
        computedAt,
        true,
        closesAt,
        missing,
        false,
        null,
        tolerance,
        inputs,
        catalogue);
  }
}
