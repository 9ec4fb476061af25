package si.kazalnik.indicator.domain.deviation;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import si.kazalnik.contract.IndicatorValue;
import si.kazalnik.contract.catalogue.Input;
import si.kazalnik.indicator.domain.evaluation.IndicatorRules;
import si.kazalnik.indicator.domain.health.Standings;

/**
 * A series that an indicator waits for in vain.
 *
 * @param period the latest closed due period
 * @param dueAt when it closed
 */
public record Overdue(String indicator, String series, String period, Instant dueAt)
    implements Comparable<Overdue> {

  private static final Comparator<Overdue> ORDER =
      Comparator.comparing(Overdue::dueAt)
          .thenComparing(Overdue::series)
          .thenComparing(Overdue::indicator)
          .thenComparing(Overdue::period);

  /**
   * What the indicator waits for in vain, in order; nothing where its data health is not {@code
   * OVERDUE}, nor while it may not open a deviation.
   *
   * @param headline of the indicator; read only as far as its latest closed due period
   */
  public static List<Overdue> of(
      IndicatorRules rules, TupleHistory headline, Instant now, boolean graceOver) {
    if (!graceOver) {
      return List.of();
    }
    Predicate<IndicatorValue> closed = value -> value.due() && Standings.isClosed(value, now);
    List<IndicatorValue> latestFirst = headline.latestFirst(closed);
    IndicatorValue last = latestFirst.isEmpty() ? null : latestFirst.get(latestFirst.size() - 1);
    return last != null && closed.test(last) ? missing(rules, last) : List.of();
  }

  private static List<Overdue> missing(IndicatorRules rules, IndicatorValue closed) {
    Map<String, Input> inputs =
        rules.indicator(closed.start()).inputs().stream()
            .collect(Collectors.toMap(Input::name, Function.identity()));
    return closed.missing().stream()
        .flatMap(name -> Optional.ofNullable(inputs.get(name)).stream())
        .map(
            input ->
                new Overdue(closed.indicator(), input.series(), closed.period(), closed.closesAt()))
        .distinct()
        .sorted()
        .toList();
  }

  @Override
  public int compareTo(Overdue other) {
    return ORDER.compare(this, other);
  }
}
