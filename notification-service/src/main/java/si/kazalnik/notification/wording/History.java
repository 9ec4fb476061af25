package si.kazalnik.notification.wording;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import si.kazalnik.contract.Deviation;
import si.kazalnik.contract.Performance;

/** What an indicator's recent past says. */
final class History {

  private History() {}

  /**
   * Judged periods one after another with the same verdict.
   *
   * @param before the run before this one, or null
   */
  record Run(Performance performance, String first, String last, @Nullable Run before) {}

  /** The latest run, or null where nothing was judged. Periods without verdict are passed over. */
  static @Nullable Run lastRun(List<Deviation.Point> history) {
    @Nullable Run run = null;
    for (Deviation.Point point : history) {
      Performance performance = point.performance();
      if (performance == null || !performance.isVerdict()) {
        continue;
      }
      if (run != null && Objects.equals(run.performance(), performance)) {
        run = new Run(performance, run.first(), point.period(), run.before());
      } else {
        run = new Run(performance, point.period(), point.period(), run);
      }
    }
    return run;
  }
}
