package si.kazalnik.indicator.topology;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;
import si.kazalnik.contract.ContractJson;
import si.kazalnik.contract.IndicatorValue;
import si.kazalnik.indicator.domain.evaluation.Computation;
import si.kazalnik.indicator.domain.health.Standings;
import si.kazalnik.indicator.domain.revision.PublishedPeriod;
import si.kazalnik.indicator.domain.revision.Revisions;

/** Decides which revision a computation makes, and sends it out. */
final class Publication {

  private final Marks changed;
  private final Outlet outlet;

  Publication(Marks changed, Outlet outlet) {
    this.changed = changed;
    this.outlet = outlet;
  }

  /** What is to be published and remembered; empty where nothing has changed. */
  Optional<PublishedPeriod> decide(
      Slice slice, @Nullable PublishedPeriod before, Computation computed, Mark mark, Instant now) {
    return Revisions.decide(
        before,
        computed,
        now,
        slice.inForceSince().getOrDefault(computed.indicator(), now),
        mark.causes(),
        slice.catalogue().version());
  }

  /**
   * Sends what is new; what is only remembered of a period is not.
   *
   * @param key of the period among the published
   */
  void publish(@Nullable PublishedPeriod before, PublishedPeriod after, Bytes key, Mark mark) {
    IndicatorValue value = after.last();
    if (before != null && value.equals(before.last())) {
      return;
    }
    outlet.send(StageTwo.VALUES, value.key(), ContractJson.write(value), mark.recordedAt());
    IndicatorValue last = before == null ? null : before.last();
    if (value.revision() > 0 || isJudged(value) || isJudged(last)) {
      changed(value.indicator());
    }
    if (isJudgedAnew(last, value)) {
      changed.set(key.get(), Mark.AGAIN);
    }
  }

  private static boolean isJudged(@Nullable IndicatorValue value) {
    return value != null && Standings.isJudged(value);
  }

  private static boolean isJudgedAnew(@Nullable IndicatorValue before, IndicatorValue value) {
    boolean alike =
        before != null
            && before.performance() == value.performance()
            && Objects.equals(before.deliveredLate(), value.deliveredLate());
    return (isJudged(before) || isJudged(value)) && !alike;
  }

  /** The indicator is defined otherwise, so that all of its tuples are to be looked at. */
  void redefined(String indicator) {
    changed(indicator);
    changed.set(DeviationWatch.redefined(indicator).get(), Mark.AGAIN);
  }

  /** Something about the indicator has changed that its deviations may depend on. */
  void changed(String indicator) {
    changed.set(new BytesOut().id(indicator).done(), Mark.AGAIN);
  }
}
