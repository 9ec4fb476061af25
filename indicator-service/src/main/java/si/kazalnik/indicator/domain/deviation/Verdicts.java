package si.kazalnik.indicator.domain.deviation;

import si.kazalnik.contract.IndicatorValue;
import si.kazalnik.contract.Performance;
import si.kazalnik.contract.catalogue.Indicator;
import si.kazalnik.indicator.domain.health.Standings;

/**
 * Which verdicts of an indicator are bad enough for a deviation, and which end one; a verdict may
 * be neither.
 */
record Verdicts(Indicator indicator) {

  static boolean isJudged(IndicatorValue value) {
    return Standings.isJudged(value);
  }

  /** What was delivered late is not bad any more, though its verdict stays. */
  boolean isBad(IndicatorValue value) {
    Performance performance = value.performance();
    return value.deliveredLate() == null
        && (performance == Performance.MISSED
            || performance == Performance.OFF_TRACK
            || (performance == Performance.AT_RISK && indicator.alertAtRisk()));
  }

  static boolean isGood(IndicatorValue value) {
    return value.performance() == Performance.MET || value.performance() == Performance.ON_TRACK;
  }
}
