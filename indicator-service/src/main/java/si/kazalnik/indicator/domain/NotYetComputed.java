package si.kazalnik.indicator.domain;

import si.kazalnik.contract.catalogue.Indicator;

/** Which definitions need what this version does not compute: they are listed, and say so. */
public final class NotYetComputed {

  private NotYetComputed() {}

  /** Whether the indicator is listed and nothing else: it waits for events. */
  public static boolean concerns(Indicator indicator) {
    return indicator.reporting().frequency() == null;
  }
}
