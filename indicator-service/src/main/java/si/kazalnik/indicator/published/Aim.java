package si.kazalnik.indicator.published;

import java.time.LocalDate;
import si.kazalnik.contract.catalogue.Indicator;
import si.kazalnik.contract.catalogue.Target;

/**
 * A dated target that holds, with the definition that stands for the period judged on it.
 *
 * @param illustrative whether it is invented
 */
public record Aim(Indicator definition, Target.Point point, boolean illustrative) {

  static Aim of(Era era, Target.Point point) {
    boolean wholly = era.definition().target() instanceof Target.Path path && path.illustrative();
    return new Aim(era.definition(), point, wholly || point.illustrative());
  }

  /** The last day of its period. */
  public LocalDate end() {
    return Era.endOf(point);
  }
}
