package si.kazalnik.indicator.domain.deviation;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import si.kazalnik.contract.Deviation;
import si.kazalnik.contract.Deviation.Cause;
import si.kazalnik.contract.Deviation.Kind;
import si.kazalnik.contract.Deviation.Severity;
import si.kazalnik.contract.Deviation.State;
import si.kazalnik.contract.IndicatorValue;
import si.kazalnik.contract.Performance;
import si.kazalnik.contract.catalogue.Indicator;
import si.kazalnik.indicator.domain.target.Shortfall;

/** Makes, prolongs and ends the causes of deviations. */
final class CauseRecords {

  private CauseRecords() {}

  /** Of a period with a bad verdict. */
  static Cause of(Indicator indicator, IndicatorValue bad, Instant now) {
    return new Cause(
        Kind.PERFORMANCE,
        severity(bad.performance()),
        indicator.id(),
        null,
        bad.period(),
        now,
        null,
        bad.value(),
        bad.expected(),
        bad.target(),
        shortfall(indicator, bad),
        bad.tolerance(),
        null,
        bad.failing());
  }

  private static Severity severity(@Nullable Performance performance) {
    if (performance == Performance.MISSED) {
      return Severity.MISSED;
    }
    return performance == Performance.AT_RISK ? Severity.AT_RISK : Severity.OFF_TRACK;
  }

  // Where each subject is judged, what is expected of one says nothing of the value of all.
  private static @Nullable BigDecimal shortfall(Indicator indicator, IndicatorValue bad) {
    return bad.value() == null || bad.expected() == null || bad.failing() != null
        ? null
        : Shortfall.of(bad.expected(), bad.value(), indicator.polarity()).amount();
  }

  /** Of an overdue input. */
  static Cause of(Overdue overdue, Instant now) {
    return new Cause(
        Kind.DATA,
        Severity.OVERDUE,
        overdue.indicator(),
        overdue.series(),
        overdue.period(),
        now,
        null,
        null,
        null,
        null,
        null,
        null,
        overdue.dueAt());
  }

  static Cause since(Cause cause, Instant since) {
    return with(cause, since, cause.endedAt());
  }

  static Cause endedAt(Cause cause, Instant now) {
    return cause.endedAt() == null ? with(cause, cause.since(), now) : cause;
  }

  private static Cause with(Cause cause, Instant since, @Nullable Instant endedAt) {
    return new Cause(
        cause.kind(),
        cause.severity(),
        cause.indicator(),
        cause.series(),
        cause.period(),
        since,
        endedAt,
        cause.value(),
        cause.expected(),
        cause.target(),
        cause.shortfall(),
        cause.tolerance(),
        cause.dueAt(),
        cause.failing());
  }

  /** The same deviation with every cause ended. */
  static Deviation ended(Deviation open, State state, Instant now) {
    List<Cause> causes = open.causes().stream().map(cause -> endedAt(cause, now)).toList();
    return new Deviation(
        Deviation.SCHEMA,
        open.id(),
        open.indicator(),
        open.provider(),
        open.dimensions(),
        state,
        open.severity(),
        causes,
        open.openedAt(),
        now,
        open.reopened(),
        open.history(),
        open.catalogue());
  }
}
