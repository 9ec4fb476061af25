package si.kazalnik.indicator.domain.deviation;

import java.time.Instant;
import java.util.Optional;
import si.kazalnik.contract.Deviation;
import si.kazalnik.contract.calendar.ReportingPeriod;

/**
 * The same incident has the same id after a replay: made of what it is about, never of the clock.
 */
final class DeviationIds {

  private DeviationIds() {}

  static String ofIndicator(String indicator, String period) {
    return indicator + ':' + period;
  }

  /** The period that opened an indicator's deviation, as its id tells it. */
  static Optional<ReportingPeriod> opening(Deviation deviation) {
    return deviation.indicator() == null
        ? Optional.empty()
        : ReportingPeriod.parse(deviation.id().substring(deviation.indicator().length() + 1));
  }

  static String ofProvider(String provider, Instant dueAt) {
    return "provider:" + provider + ':' + dueAt;
  }
}
