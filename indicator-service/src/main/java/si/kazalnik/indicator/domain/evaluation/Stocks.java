package si.kazalnik.indicator.domain.evaluation;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import si.kazalnik.contract.catalogue.Input.Across;
import si.kazalnik.indicator.domain.summary.Cell;
import si.kazalnik.indicator.domain.summary.DaySummary;
import si.kazalnik.indicator.domain.summary.Last;
import si.kazalnik.indicator.domain.summary.Numbers;

/** Of each subject and dimension tuple the last measurement: a stock. */
final class Stocks {

  private final Map<Holder, Last> stocks = new HashMap<>();

  /** Whose stock it is. */
  private record Holder(@Nullable String subject, Map<String, String> dimensions) {}

  void add(Cell cell, DaySummary summary) {
    stocks.merge(
        new Holder(cell.subject(), cell.dimensions()),
        Objects.requireNonNull(summary.last(), "a cell with measurements has a last one"),
        (a, b) -> Objects.requireNonNull(Last.greatest(a, b)));
  }

  /** These, and of the subjects that have none here, whatever their dimensions, the others. */
  Stocks over(Stocks others) {
    Set<Optional<String>> present = new HashSet<>();
    stocks.keySet().forEach(holder -> present.add(Optional.ofNullable(holder.subject())));
    Stocks both = new Stocks();
    both.stocks.putAll(stocks);
    others.stocks.forEach(
        (holder, last) -> {
          if (!present.contains(Optional.ofNullable(holder.subject()))) {
            both.stocks.put(holder, last);
          }
        });
    return both;
  }

  /** All of them as one; null where there is none. */
  @Nullable BigDecimal across(Across across) {
    List<BigDecimal> values =
        stocks.values().stream().map(Last::value).filter(Objects::nonNull).toList();
    if (values.isEmpty()) {
      return null;
    }
    BigDecimal sum = values.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    return Numbers.canonical(
        switch (across) {
          case SUM -> sum;
          case MIN -> values.stream().reduce(BigDecimal::min).orElseThrow();
          case MAX -> values.stream().reduce(BigDecimal::max).orElseThrow();
          case MEAN -> sum.divide(BigDecimal.valueOf(values.size()), MathContext.DECIMAL128);
        });
  }
}
