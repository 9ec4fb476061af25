package si.kazalnik.indicator.published;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import si.kazalnik.contract.IndicatorValue;
import si.kazalnik.contract.IndicatorValue.InputValue;
import si.kazalnik.contract.NoValueReason;
import si.kazalnik.contract.catalogue.Catalogue;
import si.kazalnik.contract.catalogue.Indicator;
import si.kazalnik.contract.catalogue.Input;
import si.kazalnik.contract.catalogue.Series;
import si.kazalnik.contract.catalogue.Target;
import si.kazalnik.indicator.domain.evaluation.IndicatorRules;
import si.kazalnik.indicator.domain.health.Standing;

/**
 * One indicator with its headline values.
 *
 * @param present the first day of the period that runs
 * @param series those that it reads, in the order of its inputs, each once; then those that only an
 *     earlier or later definition of it reads
 * @param values the latest revision of each period of its calendar, by period
 * @param computed false where it needs what this version does not compute yet
 */
public record PublishedIndicator(
    IndicatorRules rules,
    LocalDate present,
    List<Series> series,
    List<IndicatorValue> values,
    Standing standing,
    boolean computed) {

  /** The same by an earlier catalogue; empty where that one did not have it. */
  public Optional<PublishedIndicator> definedBy(Catalogue catalogue) {
    return catalogue.indicators().stream()
        .filter(each -> each.id().equals(id()))
        .findFirst()
        .map(
            then ->
                new PublishedIndicator(
                    IndicatorRules.of(then, catalogue),
                    present,
                    new StrategyIndex(catalogue).seriesOf(then),
                    values,
                    standing,
                    computed));
  }

  public String id() {
    return rules.indicator().id();
  }

  /** As its dated changes leave it for the period that runs. */
  public Indicator definition() {
    return rules.indicator(present);
  }

  /** As they leave it for the period of a value. */
  public Indicator definition(IndicatorValue value) {
    return rules.indicator(value.start());
  }

  /** Every definition that there is, the earliest first. */
  public List<Era> eras() {
    NavigableMap<LocalDate, Indicator> definitions = rules.definitions();
    List<Era> eras = new ArrayList<>();
    definitions.forEach(
        (from, each) -> {
          LocalDate next = definitions.higherKey(from);
          eras.add(new Era(each, from, next == null ? LocalDate.MAX : next));
        });
    return eras;
  }

  /** The dated targets on which its periods were, are or will be judged, the earliest first. */
  public List<Aim> aims() {
    return eras().stream()
        .flatMap(era -> era.points().stream().map(point -> Aim.of(era, point)))
        .toList();
  }

  /** Whether the inputs that a value was computed from are those of its period. */
  public boolean readsLike(IndicatorValue value) {
    Set<String> read = value.inputs().stream().map(InputValue::name).collect(Collectors.toSet());
    Set<String> reads =
        definition(value).inputs().stream().map(Input::name).collect(Collectors.toSet());
    return read.isEmpty() || read.equals(reads);
  }

  /** Whether another catalogue computes and judges the period of a value likewise. */
  boolean computesLike(PublishedIndicator other, IndicatorValue value) {
    Indicator one = definition(value);
    Indicator two = other.definition(value);
    return one.inputs().equals(two.inputs())
        && Objects.equals(one.formula(), two.formula())
        && one.decimals() == two.decimals()
        && one.unit().equals(two.unit())
        && one.polarity() == two.polarity()
        && one.reporting().equals(two.reporting())
        && Objects.equals(one.disaggregateBy(), two.disaggregateBy())
        && one.target().equals(two.target())
        && one.tolerance().equals(two.tolerance())
        && Objects.equals(one.baseline(), two.baseline())
        && one.breaks().equals(two.breaks())
        && one.changes().equals(two.changes());
  }

  /** The tuples of its cells, in the order of the listed values; none without a dimension. */
  public List<Map<String, String>> cells() {
    String dimension = definition().disaggregateBy();
    return dimension == null
        ? List.of()
        : series.stream()
            .flatMap(each -> each.dimensions().stream())
            .filter(each -> each.name().equals(dimension))
            .flatMap(each -> each.values().stream())
            .distinct()
            .map(value -> Map.of(dimension, value))
            .toList();
  }

  /** Whether a series that it reads is invented. */
  public boolean illustrativeValue() {
    return series.stream().anyMatch(Series::illustrative);
  }

  /** Whether its target, or a point of its path, is invented. */
  public boolean illustrativeTarget() {
    Target target = definition().target();
    if (target instanceof Target.EveryPeriod quota) {
      return quota.illustrative();
    }
    return target instanceof Target.Path path
        && (path.illustrative() || path.points().stream().anyMatch(Target.Point::illustrative));
  }

  /** Why a value that is none is none; told apart as in {@code Reasoning#why}. */
  public String why(IndicatorValue none) {
    NoValueReason reason = Objects.requireNonNullElse(none.reason(), NoValueReason.NO_MEASUREMENTS);
    return reason == NoValueReason.TOO_FEW ? rules.reasoning(none).why(reason) : reason.name();
  }

  /** The value of a period, or null where it is not published. */
  public @Nullable IndicatorValue value(String period) {
    return values.stream().filter(v -> v.period().equals(period)).findFirst().orElse(null);
  }
}
