package si.kazalnik.indicator.page;

import si.kazalnik.contract.catalogue.Strategy;
import si.kazalnik.indicator.page.chart.ChartSource;
import si.kazalnik.indicator.published.PublishedIndicator;
import si.kazalnik.indicator.published.PublishedStrategy;

/** What there is to draw of an indicator. */
final class Sources {

  private Sources() {}

  static ChartSource of(PublishedIndicator indicator, PublishedStrategy strategy) {
    Strategy told = strategy.catalogue().strategy();
    return new ChartSource(
        indicator.definition(),
        indicator.eras(),
        indicator.values(),
        indicator.standing().judged(),
        indicator.illustrativeValue(),
        told.from().getYear(),
        told.to().getYear());
  }
}
