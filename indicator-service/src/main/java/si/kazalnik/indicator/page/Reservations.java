package si.kazalnik.indicator.page;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import si.kazalnik.contract.Coverage;
import si.kazalnik.contract.IndicatorValue;
import si.kazalnik.contract.IndicatorValue.InputValue;

/** How firm a value is: its status, who has not reported, what came late, what is estimated. */
record Reservations(Edition edition) {

  String about(IndicatorValue value) {
    List<String> all = new ArrayList<>();
    all.add(edition.say("status." + value.status()));
    LocalDate late = value.deliveredLate();
    if (late != null) {
      all.add(edition.say("table.late", "date", edition.dates().day(late)));
    }
    Coverage coverage = value.coverage();
    if (coverage != null && !coverage.missing().isEmpty()) {
      all.add(
          edition.say(
              "table.coverage", "reported", coverage.reported(), "expected", coverage.expected()));
    }
    value.inputs().stream()
        .map(InputValue::error)
        .filter(Objects::nonNull)
        .max(BigDecimal::compareTo)
        .ifPresent(error -> all.add(estimate(error)));
    return String.join("; ", all);
  }

  /** That a number is an estimate, and how far off it may be. */
  String estimate(BigDecimal error) {
    return edition.say(
        "table.estimate", "error", edition.figures().number(error.movePointRight(2)));
  }
}
