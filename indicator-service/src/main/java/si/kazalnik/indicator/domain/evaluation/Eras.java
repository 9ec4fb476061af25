package si.kazalnik.indicator.domain.evaluation;

import java.time.LocalDate;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import si.kazalnik.contract.catalogue.Indicator;
import si.kazalnik.contract.catalogue.Indicator.Change;
import si.kazalnik.contract.catalogue.Indicator.DefinitionChange;
import si.kazalnik.contract.catalogue.Indicator.TargetChange;

/**
 * An indicator's definition as its dated changes leave it: a change applies to the periods that
 * start on or after its date, and what it leaves out stays.
 */
final class Eras {

  private final NavigableMap<LocalDate, Indicator> byFirstDay = new TreeMap<>();

  private Eras(Indicator indicator) {
    byFirstDay.put(LocalDate.MIN, indicator);
    Set<LocalDate> days = new TreeSet<>();
    indicator.changes().forEach(change -> days.add(firstDay(change)));
    for (LocalDate day : days) {
      Indicator changed = indicator;
      for (Change change : indicator.changes()) {
        if (!firstDay(change).isAfter(day)) {
          changed = changed.changedBy(change);
        }
      }
      byFirstDay.put(day, changed);
    }
  }

  static Eras of(Indicator indicator) {
    return new Eras(indicator);
  }

  private static LocalDate firstDay(Change change) {
    if (change instanceof TargetChange target) {
      return target.from();
    }
    return ((DefinitionChange) change).validFrom();
  }

  /** The change of the definition that was the last to apply to periods that start on the day. */
  Optional<DefinitionChange> changed(LocalDate day) {
    return byFirstDay.firstEntry().getValue().changes().stream()
        .filter(DefinitionChange.class::isInstance)
        .map(DefinitionChange.class::cast)
        .filter(change -> !change.validFrom().isAfter(day))
        .reduce(
            (earlier, later) -> later.validFrom().isBefore(earlier.validFrom()) ? earlier : later);
  }

  /** The definition of the periods that start on the day. */
  Indicator on(LocalDate day) {
    return byFirstDay.floorEntry(day).getValue();
  }

  /** Every definition that there is, by the first day on which a period may start with it. */
  NavigableMap<LocalDate, Indicator> byFirstDay() {
    return byFirstDay;
  }
}
