package si.kazalnik.benchmark.oracle;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import si.kazalnik.benchmark.oracle.Book.Indicator;

/**
 * The cells of the closed periods, the small ones hidden.
 *
 * <p>Room: the cumulative window is that of the denominator.
 */
final class Suppression {
  private final Indicator indicator;
  private final Evaluation evaluation;
  private final Map<Period, Map<String, BigDecimal>> denominators = new TreeMap<>();
  private final Map<Period, Set<String>> shown = new TreeMap<>();

  private Suppression(Indicator indicator, Evaluation evaluation) {
    this.indicator = indicator;
    this.evaluation = evaluation;
  }

  static Map<Period, Map<String, Published>> cells(
      Indicator indicator, Evaluation evaluation, SortedSet<Period> closed) {
    Suppression suppression = new Suppression(indicator, evaluation);
    Map<Period, Map<String, Published>> cells = new TreeMap<>();
    for (Period period : closed) {
      Set<String> hidden = suppression.hidden(period);
      Map<String, Published> of = new LinkedHashMap<>();
      for (String cell : indicator.cellValues()) {
        of.put(
            cell,
            hidden.contains(cell) ? evaluation.suppressed(period) : evaluation.cell(period, cell));
      }
      cells.put(period, of);
    }
    return cells;
  }

  private Set<String> hidden(Period period) {
    BigDecimal smallest = indicator.cells().smallest();
    if (smallest == null) {
      return Set.of();
    }
    Map<String, BigDecimal> sizes = new HashMap<>();
    indicator.cellValues().forEach(cell -> sizes.put(cell, evaluation.denominator(period, cell)));
    Set<String> hidden = new HashSet<>();
    for (String cell : indicator.cellValues()) {
      BigDecimal size = size(sizes, cell);
      if (size.compareTo(smallest) < 0
          || (evaluation.cumulative(period) && tellsTooMuch(period, cell, size, smallest))) {
        hidden.add(cell);
      }
    }
    if (!hidden.isEmpty()) {
      for (String cell : indicator.cellValues()) {
        BigDecimal together =
            hidden.stream().map(each -> size(sizes, each)).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (hidden.size() < 2 || together.compareTo(smallest.multiply(BigDecimal.valueOf(3))) < 0) {
          hidden.add(cell);
        }
      }
    }
    denominators.put(period, sizes);
    shown.put(
        period,
        new HashSet<>(
            indicator.cellValues().stream().filter(cell -> !hidden.contains(cell)).toList()));
    return hidden;
  }

  private boolean tellsTooMuch(Period period, String cell, BigDecimal size, BigDecimal smallest) {
    BigDecimal before = lastShown(period, cell);
    if (before == null) {
      return false;
    }
    BigDecimal growth = size.subtract(before);
    return growth.signum() < 0 || (growth.signum() > 0 && growth.compareTo(smallest) < 0);
  }

  private @Nullable BigDecimal lastShown(Period period, String cell) {
    BigDecimal last = null;
    for (Map.Entry<Period, Set<String>> earlier : shown.entrySet()) {
      if (earlier.getValue().contains(cell) && evaluation.sameWindow(earlier.getKey(), period)) {
        last = size(Objects.requireNonNull(denominators.get(earlier.getKey())), cell);
      }
    }
    return last;
  }

  private static BigDecimal size(Map<String, BigDecimal> sizes, String cell) {
    return Objects.requireNonNull(sizes.get(cell), cell);
  }
}
