package si.kazalnik.indicator.catalogue.form;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import si.kazalnik.contract.calendar.ReportingPeriod;
import si.kazalnik.indicator.catalogue.yaml.Fields;
import si.kazalnik.indicator.catalogue.yaml.Item;

/** Days, periods and spans of time. */
final class Dates {

  /** No measurement can lie before it, so that nothing can be due before it either. */
  private static final LocalDate EARLIEST = LocalDate.of(1990, 1, 1);

  private static final int LONGEST_SPAN = 100_000;

  private Dates() {}

  /** A period of any calendar. */
  static Optional<ReportingPeriod> period(Item item) {
    return item.text()
        .flatMap(
            text -> {
              Optional<ReportingPeriod> period = ReportingPeriod.parse(text);
              if (period.isEmpty()) {
                item.fault(
                    "`"
                        + text
                        + "` is no period; write 2025, 2025-H1, 2025-Q3, 2025-07, 2025-W05 or"
                        + " 2025-07-14");
              }
              return period;
            });
  }

  /** The first day of a period, a day being one too; not before 1990. */
  static Optional<LocalDate> firstDay(Item item) {
    Optional<LocalDate> day = period(item).map(ReportingPeriod::start);
    day.ifPresent(start -> notBeforeEverything(item, start));
    return day;
  }

  static void notBeforeEverything(Item item, LocalDate day) {
    if (day.isBefore(EARLIEST)) {
      item.fault(day + " lies before " + EARLIEST + ", and no measurement may");
    }
  }

  /**
   * Exactly one of the units, as {@code {months: 3}}.
   *
   * @param least of that unit
   * @param others keys that may stand beside the units
   */
  static Optional<Period> span(
      Item item, String what, List<String> units, int least, Set<String> others) {
    Set<String> allowed = new TreeSet<>(units);
    allowed.addAll(others);
    return item.fields(what, allowed).flatMap(fields -> span(fields, units, least));
  }

  private static Optional<Period> span(Fields fields, List<String> units, int least) {
    List<String> given = units.stream().filter(fields::has).toList();
    if (given.size() != 1) {
      fields.fault(
          fields.what()
              + " must have exactly one of "
              + String.join(", ", units)
              + (given.isEmpty() ? "; it has none" : "; it has " + String.join(", ", given)));
      return Optional.empty();
    }
    String unit = given.get(0);
    return fields
        .optional(unit)
        .flatMap(item -> item.integer(least, LONGEST_SPAN))
        .map(
            n ->
                switch (unit) {
                  case "days" -> Period.ofDays(n);
                  case "months" -> Period.ofMonths(n);
                  default -> Period.ofYears(n);
                });
  }
}
