package si.kazalnik.indicator.page;

import si.kazalnik.contract.calendar.Frequency;
import si.kazalnik.contract.catalogue.Indicator;
import si.kazalnik.contract.catalogue.Reporting;
import si.kazalnik.contract.catalogue.Target;

/** How often a quota or a reporting period comes round. */
final class Targets {

  private Targets() {}

  /** {@code every year}. */
  static String per(Edition edition, Indicator definition, Target.EveryPeriod quota) {
    Frequency per = quota.per();
    return per == null || per == definition.reporting().frequency()
        ? reported(edition, definition.reporting())
        : edition.say("per." + per);
  }

  /** How often it reports. */
  static String reported(Edition edition, Reporting reporting) {
    Frequency frequency = reporting.frequency();
    if (frequency == null) {
      return edition.say("per.EVENT");
    }
    boolean years = frequency == Frequency.YEAR && reporting.only() != Reporting.Only.ALL;
    return edition.say("per." + (years ? reporting.only().name() : frequency.name()));
  }
}
