package si.kazalnik.indicator.published;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import si.kazalnik.contract.DataHealth;
import si.kazalnik.contract.IndicatorValue;
import si.kazalnik.contract.NoValueReason;
import si.kazalnik.contract.Performance;
import si.kazalnik.contract.catalogue.Indicator;
import si.kazalnik.contract.catalogue.Series;
import si.kazalnik.contract.catalogue.Target;
import si.kazalnik.indicator.domain.NotYetComputed;

/** From the records alone. */
final class RecordStandings implements Standings {

  @Override
  public boolean computed(Indicator definition, Map<String, Series> series) {
    return !NotYetComputed.concerns(definition, series);
  }

  @Override
  public Standing of(Indicator definition, List<IndicatorValue> values, Instant now, ZoneId zone) {
    IndicatorValue judged = null;
    IndicatorValue latest = null;
    IndicatorValue closed = null;
    IndicatorValue ended = null;
    Instant dueAt = null;
    for (IndicatorValue value : values) {
      if (value.reason() == NoValueReason.NOT_YET_COMPUTED) {
        continue;
      }
      Performance performance = value.performance();
      judged = performance != null && performance.isVerdict() ? value : judged;
      latest = value.value() != null ? value : latest;
      if (value.due()) {
        boolean over = !value.end().plusDays(1).atStartOfDay(zone).toInstant().isAfter(now);
        boolean shut = !value.closesAt().isAfter(now);
        closed = shut ? value : closed;
        ended = over && !shut ? value : ended;
        dueAt = !shut && dueAt == null ? value.closesAt() : dueAt;
      }
    }
    boolean none = definition.target() instanceof Target.None;
    Performance performance = Performance.NO_TARGET;
    if (!none) {
      Performance verdict = judged == null ? null : judged.performance();
      performance = verdict == null ? Performance.NOT_DUE : verdict;
    }
    return new Standing(performance, none ? null : judged, latest, health(closed, ended), dueAt);
  }

  private static DataHealth health(
      @Nullable IndicatorValue closed, @Nullable IndicatorValue ended) {
    if (closed == null && ended == null) {
      return DataHealth.NOT_EXPECTED;
    }
    if (closed != null && !closed.missing().isEmpty()) {
      return DataHealth.OVERDUE;
    }
    return ended != null && !ended.missing().isEmpty() ? DataHealth.DUE : DataHealth.FRESH;
  }
}
