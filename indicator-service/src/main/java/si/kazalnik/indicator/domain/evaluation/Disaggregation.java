package si.kazalnik.indicator.domain.evaluation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Month;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import si.kazalnik.contract.catalogue.Indicator;
import si.kazalnik.contract.catalogue.Input;
import si.kazalnik.contract.catalogue.Input.Window;
import si.kazalnik.indicator.domain.window.Days;
import si.kazalnik.indicator.domain.window.Frame;

/** The cells of a closed period: what each comes to, and which of them are not shown. */
final class Disaggregation {

  private final Indicator indicator;
  private final ValueRules values;

  Disaggregation(Indicator indicator, ValueRules values) {
    this.indicator = indicator;
    this.values = values;
  }

  /** What each listed value's share comes to, in their order. */
  Map<String, Outcome> outcomes(PeriodScan scan) {
    Map<String, Outcome> outcomes = new LinkedHashMap<>();
    scan.cells()
        .forEach(
            (value, share) -> outcomes.put(value, values.outcome(share, true, tally -> false)));
    return outcomes;
  }

  /** Those of them that are not shown. */
  Set<String> suppressed(Map<String, Outcome> outcomes, Frame frame, Past past) {
    Indicator.SmallestCell smallest = indicator.smallestCell();
    String dimension = indicator.disaggregateBy();
    if (smallest == null || dimension == null) {
      return Set.of();
    }
    Map<String, BigDecimal> denominators = new LinkedHashMap<>();
    outcomes.forEach((value, outcome) -> denominators.put(value, outcome.input(smallest.input())));
    LocalDate since = since(smallest.input(), frame);
    return new Suppression(smallest.value())
        .of(
            denominators,
            value ->
                since == null
                    ? null
                    : past.lastShown(Map.of(dimension, value), smallest.input(), since));
  }

  /** From which day on periods end that have the same cumulative window; null for other windows. */
  private @Nullable LocalDate since(String name, Frame frame) {
    Window window =
        indicator.inputs().stream()
            .filter(input -> input.name().equals(name))
            .map(Input::window)
            .findFirst()
            .orElse(Window.PERIOD);
    return switch (window) {
      case YEAR_TO_DATE -> LocalDate.of(frame.end().getYear(), Month.JANUARY, 1);
      case SINCE_START -> Days.EARLIEST;
      case PERIOD, ROLLING -> null;
    };
  }
}
