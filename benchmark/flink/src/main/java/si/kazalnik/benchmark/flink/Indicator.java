package si.kazalnik.benchmark.flink;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The ten indicators of {@code benchmark-catalogue.yaml}: how their periods lie and what their
 * value is. Without targets, verdicts, revisions, closings and reasons.
 */
enum Indicator {
  DIGITAL_SHARE("applications", Calendar.MONTH, Window.PERIOD, Aggregate.DIGITAL_SHARE),
  APPLICATIONS_MONTH("applications", Calendar.MONTH, Window.PERIOD, Aggregate.SUM),
  APPLICATIONS_DAY("applications", Calendar.DAY, Window.PERIOD, Aggregate.COUNT),
  APPLICATIONS_YEAR("applications", Calendar.YEAR, Window.PERIOD, Aggregate.SUM),
  APPLICATIONS_SO_FAR("applications", Calendar.MONTH, Window.YEAR_TO_DATE, Aggregate.SUM),
  REPLIES_MEAN("replies", Calendar.MONTH, Window.PERIOD, Aggregate.MEAN),
  REPLIES_LONGEST("replies", Calendar.QUARTER, Window.PERIOD, Aggregate.MAX),
  REPLIES_LAST("replies", Calendar.MONTH, Window.PERIOD, Aggregate.LAST),
  REPLIES_EVER("replies", Calendar.YEAR, Window.SINCE_START, Aggregate.COUNT),
  REPLIES_EXIST("replies", Calendar.MONTH, Window.PERIOD, Aggregate.EXISTS);

  private enum Aggregate {
    SUM,
    COUNT,
    MEAN,
    MAX,
    LAST,
    EXISTS,
    DIGITAL_SHARE
  }

  private static final String DIGITAL = "channel=digital;";
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final int DECIMALS = 2;

  private final String series;
  private final Calendar calendar;
  private final Window window;
  private final Aggregate aggregate;

  Indicator(String series, Calendar calendar, Window window, Aggregate aggregate) {
    this.series = series;
    this.calendar = calendar;
    this.window = window;
    this.aggregate = aggregate;
  }

  static List<Indicator> of(String series) {
    return Stream.of(values()).filter(each -> each.series.equals(series)).toList();
  }

  static Indicator named(String id) {
    return valueOf(id.toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  /** As in the catalogue. */
  String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** First days of the periods up to today's whose value the day is in. */
  List<LocalDate> touched(LocalDate day, LocalDate today) {
    return window.touched(calendar, day, today);
  }

  /** Whether its periods are days, and not made of months. */
  boolean daily() {
    return calendar == Calendar.DAY;
  }

  /** First days of the months of which a period's value is made. */
  Stream<LocalDate> months(LocalDate period, LocalDate first) {
    LocalDate start = window.start(period, first).withDayOfMonth(1);
    LocalDate end = calendar.next(period);
    return start.isBefore(end) ? start.datesUntil(end, Period.ofMonths(1)) : Stream.of();
  }

  String periodName(LocalDate period) {
    return calendar.name(period);
  }

  /** Of all cells of all days of a window; none where it can't be computed. */
  Optional<BigDecimal> value(List<DaySummary> cells) {
    if (cells.isEmpty()) {
      return Optional.empty();
    }
    DaySummary all = merged(cells);
    return switch (aggregate) {
      case SUM -> rounded(all.sum, DECIMALS);
      case COUNT -> rounded(BigDecimal.valueOf(all.count), DECIMALS);
      case MEAN ->
          rounded(all.sum.divide(BigDecimal.valueOf(all.count), MathContext.DECIMAL128), DECIMALS);
      case MAX -> rounded(all.greatest, DECIMALS);
      case LAST -> rounded(all.last, DECIMALS);
      case EXISTS -> Optional.of(BigDecimal.ONE);
      case DIGITAL_SHARE -> share(cells, all.sum);
    };
  }

  private static Optional<BigDecimal> share(List<DaySummary> cells, BigDecimal all) {
    if (all.signum() == 0) {
      return Optional.empty();
    }
    BigDecimal digital =
        merged(cells.stream().filter(each -> each.cell.contains(DIGITAL)).toList()).sum;
    return rounded(HUNDRED.multiply(digital).divide(all, MathContext.DECIMAL128), 1);
  }

  private static Optional<BigDecimal> rounded(BigDecimal value, int decimals) {
    return Optional.of(value.setScale(decimals, RoundingMode.HALF_UP).stripTrailingZeros());
  }

  private static DaySummary merged(List<DaySummary> cells) {
    DaySummary all = new DaySummary();
    cells.forEach(all::merge);
    return all;
  }
}
