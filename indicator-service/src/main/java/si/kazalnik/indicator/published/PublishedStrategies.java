package si.kazalnik.indicator.published;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import si.kazalnik.contract.IndicatorValue;
import si.kazalnik.contract.catalogue.CataloguePublication;
import si.kazalnik.contract.catalogue.Indicator;
import si.kazalnik.service.clock.ServiceClock;

/**
 * Reads catalogue and values together. What it read is kept until either changes or a local
 * midnight passes, for periods end and close at midnights only.
 */
public final class PublishedStrategies {

  private final Supplier<Optional<CataloguePublication>> catalogue;
  private final PublishedValues values;
  private final ServiceClock clock;
  private final Standings standings;
  private volatile @Nullable PublishedStrategy held;

  PublishedStrategies(
      Supplier<Optional<CataloguePublication>> catalogue,
      PublishedValues values,
      ServiceClock clock,
      Standings standings) {
    this.catalogue = catalogue;
    this.values = values;
    this.clock = clock;
    this.standings = standings;
  }

  /**
   * What is published now; empty before the first catalogue.
   *
   * @throws com.mongodb.MongoException where the values can't be reached
   */
  public Optional<PublishedStrategy> now() {
    return catalogue.get().map(this::now);
  }

  /** The same indicator as it was known at an instant, judged by the catalogue of today. */
  public PublishedIndicator asOf(PublishedStrategy strategy, Indicator definition, Instant at) {
    List<IndicatorValue> known = values.asOf(definition.id(), Map.of(), at);
    return indicator(strategy.index(), definition, known, at);
  }

  private PublishedStrategy now(CataloguePublication publication) {
    Instant now = clock.instant();
    LocalDate today = LocalDate.ofInstant(now, publication.catalogue().strategy().timeZone());
    // The version is read before the values: what comes between is read again, never missed.
    String state =
        values.version()
            + '/'
            + publication.catalogue().version()
            + '/'
            + publication.sequence()
            + '/'
            + today;
    PublishedStrategy known = held;
    if (known != null && known.state().equals(state)) {
      return known;
    }
    PublishedStrategy fresh = read(state, publication, now, today);
    held = fresh;
    return fresh;
  }

  private PublishedStrategy read(
      String state, CataloguePublication publication, Instant now, LocalDate today) {
    StrategyIndex index = new StrategyIndex(publication.catalogue());
    List<Indicator> definitions = publication.catalogue().indicators();
    Map<String, List<IndicatorValue>> headlines =
        values.currentHeadlines(definitions.stream().map(Indicator::id).toList());
    Map<String, PublishedIndicator> indicators = new LinkedHashMap<>();
    Instant changedAt = publication.publishedAt();
    for (Indicator definition : definitions) {
      List<IndicatorValue> known = headlines.getOrDefault(definition.id(), List.of());
      indicators.put(definition.id(), indicator(index, definition, known, now));
      for (IndicatorValue value : known) {
        changedAt = value.computedAt().isAfter(changedAt) ? value.computedAt() : changedAt;
      }
    }
    return new PublishedStrategy(state, today, changedAt, index, indicators);
  }

  private PublishedIndicator indicator(
      StrategyIndex index, Indicator definition, List<IndicatorValue> known, Instant now) {
    ZoneId zone = index.catalogue().strategy().timeZone();
    return new PublishedIndicator(
        definition,
        index.seriesOf(definition),
        known,
        standings.of(definition, known, now, zone),
        standings.computed(definition, index.series()));
  }
}
