package si.kazalnik.indicator.catalogue.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import si.kazalnik.contract.catalogue.Series;
import si.kazalnik.contract.catalogue.Strategy;

/** What a later version may not change, since what was measured would mean something else. */
public final class NeverChanged {

  private NeverChanged() {}

  /** What speaks against this strategy after that one. */
  public static List<String> against(Strategy before, Strategy now) {
    List<String> reasons = new ArrayList<>();
    if (!before.id().equals(now.id())) {
      reasons.add(
          "the strategy's id is `"
              + now.id()
              + "`, but what is measured here belongs to `"
              + before.id()
              + "`; another strategy needs topics of its own (kazalnik.topics.prefix) or fresh data");
    }
    if (!before.timeZone().equals(now.timeZone())) {
      reasons.add(
          "`timeZone` is "
              + now.timeZone()
              + ", but days have been counted in "
              + before.timeZone()
              + "; it never changes");
    }
    return reasons;
  }

  /** What speaks against this series after that one of the same id. */
  public static List<String> against(Series before, Series now) {
    List<String> reasons = new ArrayList<>();
    if (before.hasValue() != now.hasValue()) {
      reasons.add(
          "the series `"
              + now.id()
              + "` was measured "
              + (before.hasValue() ? "with" : "without")
              + " a number before; what is another thing needs another id");
    }
    if (!Objects.equals(before.period(), now.period())) {
      reasons.add(
          "the series `"
              + now.id()
              + "` was fed by "
              + (before.period() == null ? "moments" : "periods of " + before.period())
              + " before; what is another thing needs another id");
    }
    return reasons;
  }
}
