package si.kazalnik.indicator.domain.health;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import si.kazalnik.contract.IndicatorValue;
import si.kazalnik.contract.calendar.ReportingPeriod;
import si.kazalnik.indicator.domain.Defined;
import si.kazalnik.indicator.domain.Told;
import si.kazalnik.indicator.domain.evaluation.Computation;
import si.kazalnik.indicator.domain.evaluation.IndicatorRules;
import si.kazalnik.indicator.domain.evaluation.Past;
import si.kazalnik.indicator.domain.revision.Causes;
import si.kazalnik.indicator.domain.revision.PublishedPeriod;
import si.kazalnik.indicator.domain.revision.Revisions;

/** The newest record of each period, as if all had been told before. */
final class Headlines {

  private Headlines() {}

  static List<IndicatorValue> of(Defined defined, Told told, Instant now) {
    IndicatorRules rules = defined.rules();
    List<IndicatorValue> records = new ArrayList<>();
    LocalDate today = LocalDate.ofInstant(now, Defined.LJUBLJANA);
    for (ReportingPeriod period =
            Objects.requireNonNull(defined.frequency).containing(defined.from);
        !period.start().isAfter(today);
        period = period.next()) {
      Computation headline = rules.evaluate(period, now, told, Past.NONE).get(0);
      Optional<PublishedPeriod> published =
          Revisions.decide(null, headline, now, Instant.EPOCH, Causes.NONE, "v1");
      records.add(published.orElseThrow().last());
    }
    return records;
  }
}
