package si.kazalnik.indicator.page;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import si.kazalnik.contract.IndicatorValue;
import si.kazalnik.contract.calendar.Frequency;
import si.kazalnik.contract.catalogue.Indicator;
import si.kazalnik.contract.catalogue.Reporting;
import si.kazalnik.contract.catalogue.Target;
import si.kazalnik.indicator.published.Aim;
import si.kazalnik.indicator.published.PublishedIndicator;

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

  /** What a verdict is about: of a quota its whole, of which the reporting period is the end. */
  static String judgedPeriod(Indicator definition, IndicatorValue value) {
    return definition.target() instanceof Target.EveryPeriod quota && quota.per() != null
        ? quota.per().containing(value.end()).toString()
        : value.period();
  }

  /** The dated target that a value leads to: the first at or after its end, else the last. */
  static Optional<Aim> next(PublishedIndicator indicator, @Nullable IndicatorValue value) {
    List<Aim> aims = indicator.aims();
    return aims.stream()
        .filter(aim -> value == null || !aim.end().isBefore(value.end()))
        .findFirst()
        .or(() -> aims.stream().reduce((earlier, later) -> later));
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
