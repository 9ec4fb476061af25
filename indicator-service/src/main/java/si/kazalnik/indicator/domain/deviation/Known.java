package si.kazalnik.indicator.domain.deviation;

import org.jspecify.annotations.Nullable;
import si.kazalnik.contract.Deviation;

/** The deviations of an indicator that were recorded before, ended or not. */
@FunctionalInterface
public interface Known {

  /** The one of that id, as it was recorded last, or null. */
  @Nullable Deviation get(String id);
}
