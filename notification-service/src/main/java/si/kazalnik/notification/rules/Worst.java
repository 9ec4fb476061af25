package si.kazalnik.notification.rules;

import java.util.Comparator;
import java.util.List;
import si.kazalnik.contract.Deviation;

/** Which cause, and which deviation, a mail speaks of first. */
public final class Worst {

  private static final Comparator<Deviation.Cause> CAUSE =
      Comparator.comparing((Deviation.Cause cause) -> cause.endedAt() == null)
          .thenComparing(Deviation.Cause::severity)
          .thenComparing(Deviation.Cause::since);

  private static final Comparator<Deviation> DEVIATION =
      Comparator.comparing(Deviation::severity)
          .reversed()
          .thenComparing(Deviation::openedAt)
          .thenComparing(Deviation::id);

  private Worst() {}

  /**
   * The cause that weighs most: open before ended, then the most severe, then the newest.
   *
   * @throws IllegalArgumentException where the deviation has no cause
   */
  public static Deviation.Cause cause(Deviation deviation) {
    return deviation.causes().stream()
        .max(CAUSE)
        .orElseThrow(
            () -> new IllegalArgumentException("a deviation without cause: " + deviation.id()));
  }

  /** The most severe first; among equals the oldest. */
  public static List<Deviation> first(List<Deviation> deviations) {
    return deviations.stream().sorted(DEVIATION).toList();
  }
}
