package si.kazalnik.indicator.published;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import si.kazalnik.contract.IndicatorValue;
import si.kazalnik.contract.NoValueReason;
import si.kazalnik.contract.catalogue.Catalogue;
import si.kazalnik.contract.catalogue.CataloguePublication;
import si.kazalnik.contract.catalogue.Indicator;
import si.kazalnik.contract.catalogue.Series;
import si.kazalnik.indicator.domain.evaluation.IndicatorRules;
import si.kazalnik.indicator.domain.health.Standings;

/**
 * Reads catalogue and values together. What it read is kept until either changes or a local
 * midnight passes, for periods end and close at midnights only.
 */
public final class PublishedStrategies {

  private final Supplier<Optional<CataloguePublication>> catalogue;
  private final PublishedValues values;
  private final PublishedCatalogues catalogues;
  private final InstantSource clock;
  private volatile @Nullable Defined defined;
  private volatile @Nullable PublishedStrategy held;

  /**
   * For one source of catalogues and one of values.
   *
   * @param catalogue the newest version, or empty before the first
   * @param catalogues every version
   */
  public PublishedStrategies(
      Supplier<Optional<CataloguePublication>> catalogue,
      PublishedValues values,
      PublishedCatalogues catalogues,
      InstantSource clock) {
    this.catalogue = catalogue;
    this.values = values;
    this.catalogues = catalogues;
    this.clock = clock;
  }

  /**
   * What is published now; empty before the first catalogue.
   *
   * @throws com.mongodb.MongoException where the values can't be reached
   */
  public Optional<PublishedStrategy> now() {
    return catalogue.get().map(this::now);
  }

  /** The same indicator as it was known at an instant, by the catalogue of today. */
  public PublishedIndicator asOf(
      PublishedStrategy strategy, PublishedIndicator indicator, Instant at) {
    List<IndicatorValue> known = values.asOf(indicator.id(), Map.of(), at);
    return published(indicator.rules(), strategy.index(), known, at);
  }

  /**
   * By what a value was computed: by the catalogue that it names, for the definition of today may
   * be another. Where both define it alike, or the other can't be had and the inputs of today are
   * those of the value, by that of today. Empty where that catalogue is not known any more.
   *
   * @param current whether no later revision of the value is known
   * @throws org.apache.kafka.common.KafkaException where an earlier catalogue can't be read now
   */
  public Optional<DefinedThen> behind(
      PublishedStrategy strategy,
      PublishedIndicator indicator,
      IndicatorValue value,
      boolean current) {
    DefinedThen now = new DefinedThen(strategy.catalogue(), indicator);
    if (value.catalogue().equals(strategy.catalogue().version())) {
      return Optional.of(now);
    }
    boolean may = current && indicator.readsLike(value);
    Optional<DefinedThen> then;
    try {
      then = definedBy(value.catalogue(), indicator);
    } catch (KafkaException away) {
      if (may) {
        return Optional.of(now);
      }
      throw away;
    }
    boolean alike =
        then.map(each -> current && indicator.computesLike(each.indicator(), value)).orElse(may);
    return alike ? Optional.of(now) : then;
  }

  private Optional<DefinedThen> definedBy(String version, PublishedIndicator indicator) {
    return catalogues
        .version(version)
        .flatMap(
            catalogue ->
                indicator.definedBy(catalogue).map(then -> new DefinedThen(catalogue, then)));
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
    Defined current = defined(publication.catalogue());
    Map<String, List<IndicatorValue>> headlines = values.currentHeadlines(current.rules().keySet());
    Map<String, PublishedIndicator> indicators = new LinkedHashMap<>();
    Instant changedAt = publication.publishedAt();
    for (IndicatorRules rules : current.rules().values()) {
      String id = rules.indicator().id();
      List<IndicatorValue> known = headlines.getOrDefault(id, List.of());
      indicators.put(id, published(rules, current.index(), known, now));
      for (IndicatorValue value : known) {
        changedAt = value.computedAt().isAfter(changedAt) ? value.computedAt() : changedAt;
      }
    }
    return new PublishedStrategy(state, today, changedAt, current.index(), indicators);
  }

  private static PublishedIndicator published(
      IndicatorRules rules, StrategyIndex index, List<IndicatorValue> known, Instant at) {
    LocalDate today = LocalDate.ofInstant(at, index.catalogue().strategy().timeZone());
    LocalDate present = rules.schedule().map(each -> each.current(at).start()).orElse(today);
    Set<Series> series = new LinkedHashSet<>(index.seriesOf(rules.indicator(present)));
    series.addAll(index.seriesOf(rules.indicator()));
    List<IndicatorValue> ofCalendar = known.stream().filter(rules::isOfCalendar).toList();
    return new PublishedIndicator(
        rules,
        present,
        List.copyOf(series),
        ofCalendar,
        Standings.of(rules, known, at),
        ofCalendar.stream().noneMatch(each -> each.reason() == NoValueReason.NOT_YET_COMPUTED));
  }

  private Defined defined(Catalogue catalogue) {
    Defined known = defined;
    if (known != null && known.index().catalogue().version().equals(catalogue.version())) {
      return known;
    }
    Map<String, IndicatorRules> rules = new LinkedHashMap<>();
    for (Indicator indicator : catalogue.indicators()) {
      rules.put(indicator.id(), IndicatorRules.of(indicator, catalogue));
    }
    Defined fresh = new Defined(new StrategyIndex(catalogue), rules);
    defined = fresh;
    return fresh;
  }

  /** What is worked out once for each version of the catalogue; rules by id, in its order. */
  private record Defined(StrategyIndex index, Map<String, IndicatorRules> rules) {}
}
