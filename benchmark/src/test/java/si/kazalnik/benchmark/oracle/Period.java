package si.kazalnik.benchmark.oracle;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A period of a calendar, by its first and last day.
 *
 * @param label the subject that names a period of `ON_EVENT`; else null
 */
record Period(Unit unit, LocalDate start, LocalDate end, @Nullable String label)
    implements Comparable<Period> {

  Period(Unit unit, LocalDate start, LocalDate end) {
    this(unit, start, end, null);
  }

  /** The period of a subject of an event series. */
  static Period ofEvent(String subject, LocalDate day) {
    return new Period(Unit.DAY, day, day, subject);
  }

  enum Unit {
    DAY,
    WEEK,
    MONTH,
    QUARTER,
    HALF_YEAR,
    YEAR
  }

  static Period holding(Unit unit, LocalDate day) {
    int year = day.getYear();
    int month = day.getMonthValue();
    return switch (unit) {
      case DAY -> new Period(unit, day, day);
      case WEEK -> {
        LocalDate monday = day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        yield new Period(unit, monday, monday.plusDays(6));
      }
      case MONTH -> months(unit, year, month, 1);
      case QUARTER -> months(unit, year, (month - 1) / 3 * 3 + 1, 3);
      case HALF_YEAR -> months(unit, year, (month - 1) / 6 * 6 + 1, 6);
      case YEAR -> months(unit, year, 1, 12);
    };
  }

  private static Period months(Unit unit, int year, int firstMonth, int count) {
    YearMonth first = YearMonth.of(year, firstMonth);
    return new Period(unit, first.atDay(1), first.plusMonths(count - 1).atEndOfMonth());
  }

  Period next() {
    return holding(unit, end.plusDays(1));
  }

  Period before(int periods) {
    Period found = this;
    for (int i = 0; i < periods; i++) {
      found = holding(unit, found.start.minusDays(1));
    }
    return found;
  }

  /** The notation of the API. */
  String name() {
    if (label != null) {
      return label;
    }
    return switch (unit) {
      case DAY -> start.toString();
      case WEEK ->
          "%04d-W%02d"
              .formatted(
                  start.get(IsoFields.WEEK_BASED_YEAR),
                  start.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
      case MONTH -> YearMonth.from(start).toString();
      case QUARTER -> "%04d-Q%d".formatted(start.getYear(), start.get(IsoFields.QUARTER_OF_YEAR));
      case HALF_YEAR -> "%04d-H%d".formatted(start.getYear(), start.getMonthValue() > 6 ? 2 : 1);
      case YEAR -> "%04d".formatted(start.getYear());
    };
  }

  /** The period that a text names, or null where it names none. */
  static @Nullable Period parse(String text) {
    try {
      if (text.matches("\\d{4}")) {
        return months(Unit.YEAR, Integer.parseInt(text), 1, 12);
      }
      if (text.matches("\\d{4}-H[12]")) {
        return months(Unit.HALF_YEAR, year(text), text.charAt(6) == '1' ? 1 : 7, 6);
      }
      if (text.matches("\\d{4}-Q[1-4]")) {
        return months(Unit.QUARTER, year(text), (text.charAt(6) - '1') * 3 + 1, 3);
      }
      if (text.matches("\\d{4}-\\d{2}")) {
        YearMonth month = YearMonth.parse(text);
        return months(Unit.MONTH, month.getYear(), month.getMonthValue(), 1);
      }
      if (text.matches("\\d{4}-W\\d{2}")) {
        LocalDate inFirst = LocalDate.of(year(text), 1, 4);
        Period week =
            holding(Unit.WEEK, inFirst.plusWeeks(Integer.parseInt(text.substring(6)) - 1L));
        return week.name().equals(text) ? week : null;
      }
      return holding(Unit.DAY, LocalDate.parse(text));
    } catch (DateTimeParseException none) {
      return null;
    }
  }

  private static int year(String text) {
    return Integer.parseInt(text.substring(0, 4));
  }

  @Override
  public int compareTo(Period other) {
    int byEnd = end.compareTo(other.end);
    return byEnd != 0
        ? byEnd
        : Objects.requireNonNullElse(label, "")
            .compareTo(Objects.requireNonNullElse(other.label, ""));
  }
}
