package si.kazalnik.indicator.page;

import java.util.Locale;
import si.kazalnik.contract.IndicatorValue;
import si.kazalnik.contract.Performance;
import si.kazalnik.indicator.domain.health.Standing;
import si.kazalnik.indicator.published.PublishedIndicator;

/** What a status shape stands for: the verdicts, and the ways of having none. */
public enum State {
  MET,
  ON_TRACK,
  AT_RISK,
  OFF_TRACK,
  MISSED,
  NOT_DUE,
  /** Periods were to be judged, but none had a value. */
  UNKNOWN,
  /** This version does not compute the indicator. */
  NOT_COMPUTED,
  NO_TARGET;

  /** Which of the three columns it stands in. */
  public enum Column {
    GOOD,
    BAD,
    OPEN
  }

  /** Of an indicator as it stands now. */
  static State of(PublishedIndicator indicator) {
    if (!indicator.computed()) {
      return NOT_COMPUTED;
    }
    Standing standing = indicator.standing();
    if (standing.performance() == Performance.NOT_DUE
        && indicator.values().stream().anyMatch(State::wasUnjudged)) {
      return UNKNOWN;
    }
    return of(standing.performance());
  }

  static State of(Performance performance) {
    return valueOf(performance.name());
  }

  // Closed, with something expected, and no verdict: there was no value to judge.
  static boolean wasUnjudged(IndicatorValue value) {
    return value.revision() > 0 && value.expected() != null && value.performance() == null;
  }

  /** Its symbol and its class in the style sheet; two states may share one. */
  public String shape() {
    return this == NOT_COMPUTED ? "unknown" : name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public Column column() {
    return switch (this) {
      case MET, ON_TRACK -> Column.GOOD;
      case AT_RISK, OFF_TRACK, MISSED -> Column.BAD;
      case NOT_DUE, UNKNOWN, NOT_COMPUTED, NO_TARGET -> Column.OPEN;
    };
  }
}
