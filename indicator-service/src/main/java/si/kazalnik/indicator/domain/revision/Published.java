package si.kazalnik.indicator.domain.revision;

import java.util.Objects;
import si.kazalnik.contract.IndicatorValue;
import si.kazalnik.indicator.domain.summary.Numbers;

/** Whether two records of one period say the same. */
final class Published {

  private Published() {}

  /** In the fields whose change makes a revision. */
  static boolean same(IndicatorValue a, IndicatorValue b) {
    return Numbers.same(a.value(), b.value())
        && a.reason() == b.reason()
        && a.measurements() == b.measurements()
        && Objects.equals(a.coverage(), b.coverage())
        && a.performance() == b.performance()
        && Objects.equals(a.expected(), b.expected())
        && Objects.equals(a.target(), b.target());
  }

  /** In all that anyone reads; when, and with which catalogue, it was computed does not count. */
  static boolean wholly(IndicatorValue a, IndicatorValue b) {
    return same(a, b)
        && a.status() == b.status()
        && a.due() == b.due()
        && a.closesAt().equals(b.closesAt())
        && a.missing().equals(b.missing())
        && a.milestone() == b.milestone()
        && Objects.equals(a.deliveredLate(), b.deliveredLate())
        && Numbers.same(a.tolerance(), b.tolerance())
        && a.inputs().equals(b.inputs())
        && Objects.equals(a.failing(), b.failing());
  }
}
