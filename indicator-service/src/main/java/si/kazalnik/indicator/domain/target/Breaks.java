package si.kazalnik.indicator.domain.target;

import java.time.LocalDate;
import java.util.List;
import si.kazalnik.contract.calendar.ReportingPeriod;
import si.kazalnik.contract.catalogue.Indicator;
import si.kazalnik.contract.catalogue.Indicator.Break;
import si.kazalnik.contract.catalogue.Indicator.TargetChange;

/**
 * The declared series breaks: what was agreed before one says nothing about what is measured after
 * it, until it is linked or a target is set on or after it.
 */
final class Breaks {

  private final List<LocalDate> unlinked;
  private final List<LocalDate> targetChanges;

  Breaks(Indicator indicator) {
    unlinked =
        indicator.breaks().stream()
            .filter(each -> !each.linked())
            .map(Break::period)
            .flatMap(period -> ReportingPeriod.parse(period).stream())
            .map(ReportingPeriod::start)
            .toList();
    targetChanges =
        indicator.changes().stream()
            .filter(TargetChange.class::isInstance)
            .map(change -> ((TargetChange) change).from())
            .toList();
  }

  /** Whether the target does not apply to a period that starts on the day. */
  boolean suspend(LocalDate start) {
    return unlinked.stream()
        .filter(first -> !first.isAfter(start))
        .anyMatch(
            first ->
                targetChanges.stream()
                    .noneMatch(change -> !change.isBefore(first) && !change.isAfter(start)));
  }
}
