package si.kazalnik.indicator.domain.deviation;

import java.time.Instant;

/**
 * The same incident has the same id after a replay: made of what it is about, never of the clock.
 */
final class DeviationIds {

  private DeviationIds() {}

  static String ofIndicator(String indicator, String period) {
    return indicator + ':' + period;
  }

  static String ofProvider(String provider, Instant dueAt) {
    return "provider:" + provider + ':' + dueAt;
  }
}
