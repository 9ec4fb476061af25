package si.kazalnik.indicator.domain.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import si.kazalnik.contract.NoValueReason;
import si.kazalnik.contract.catalogue.Input.Aggregate;
import si.kazalnik.contract.catalogue.Input.Window;
import si.kazalnik.indicator.domain.Defined;
import si.kazalnik.indicator.domain.Told;

/**
 * "A cell whose denominator … is under smallestCell is SUPPRESSED, and then, in the order of the
 * listed values, further cells until the suppressed are at least two and hold at least 3 ×
 * smallestCell together (else all). With a cumulative window, a cell is also suppressed in a period
 * in which its denominator has grown by less than smallestCell, but not 0, since the last period of
 * that window in which it was shown, or has shrunk": months across a New Year, against sets that
 * are made from the sums alone.
 */
class SuppressionOracleTest {

  private static final Instant CLOSED = Instant.parse("2030-01-01T00:00:00Z");
  private static final YearMonth FIRST = YearMonth.of(2024, 11);
  private static final int MONTHS = 5;
  // Neither in the order of the alphabet nor of a hash.
  private static final List<String> CELLS = List.of("d", "a", "c", "b");

  @Property(tries = 1_000)
  void what_is_not_shown_is_what_the_sums_say(
      @ForAll("additions") List<List<Integer>> additions,
      @ForAll("windows") Window window,
      @ForAll @IntRange(min = 1, max = 25) int smallest) {
    Defined defined = new Defined().monthly();
    defined.from = FIRST.atDay(1);
    defined.cells("x=" + smallest, "part", CELLS.toArray(String[]::new));
    defined.input(Defined.input("x", "s", Aggregate.SUM, window));
    Told told = new Told();
    for (int month = 0; month < MONTHS; month++) {
      for (int cell = 0; cell < CELLS.size(); cell++) {
        int amount = additions.get(month).get(cell);
        if (amount != 0) {
          told.at(
              "s",
              null,
              Map.of("part", CELLS.get(cell)),
              FIRST.plusMonths(month).atDay(5) + "T10:00:00Z",
              String.valueOf(amount));
        }
      }
    }
    IndicatorRules rules = defined.rules();
    Shown shown = new Shown();
    List<Map<String, Integer>> shownBefore = new ArrayList<>();
    for (int month = 0; month < MONTHS; month++) {
      YearMonth of = FIRST.plusMonths(month);
      List<Computation> computed =
          rules.evaluate(Defined.period(of.toString()), CLOSED, told, shown);
      Set<String> hidden = new TreeSet<>();
      for (Computation cell : computed.subList(1, computed.size())) {
        if (cell.reason() == NoValueReason.SUPPRESSED) {
          hidden.add(cell.dimensions().get("part"));
          assertThat(cell.measurements()).isZero();
          assertThat(cell.inputs()).isEmpty();
        }
      }

      Map<String, Integer> sums = sums(additions, window, month);
      Set<String> expected = hidden(sums, smallest, before(shownBefore, window, month));
      assertThat(hidden).as(of + " of " + sums).isEqualTo(expected);

      Map<String, Integer> now = new HashMap<>(sums);
      now.keySet().removeAll(expected);
      shownBefore.add(now);
      shown.add(of.atEndOfMonth(), now);
    }
  }

  private static boolean isJanuary(int month) {
    return FIRST.plusMonths(month).getMonthValue() == 1;
  }

  private static Map<String, Integer> sums(
      List<List<Integer>> additions, Window window, int month) {
    Map<String, Integer> sums = new HashMap<>();
    for (int cell = 0; cell < CELLS.size(); cell++) {
      int sum = 0;
      for (int back = month; back >= 0; back--) {
        sum += additions.get(back).get(cell);
        if (window == Window.PERIOD || (window == Window.YEAR_TO_DATE && isJanuary(back))) {
          break;
        }
      }
      sums.put(CELLS.get(cell), sum);
    }
    return sums;
  }

  /** With which sum each cell was shown last in the window. */
  private static Map<String, Integer> before(
      List<Map<String, Integer>> shown, Window window, int month) {
    Map<String, Integer> before = new HashMap<>();
    if (window == Window.PERIOD) {
      return before;
    }
    int from = 0;
    for (int back = 0; back <= month; back++) {
      from = window == Window.YEAR_TO_DATE && isJanuary(back) ? back : from;
    }
    for (int back = from; back < month; back++) {
      before.putAll(shown.get(back));
    }
    return before;
  }

  /** The smallest number of further cells, taken in order, that is enough. */
  private static Set<String> hidden(
      Map<String, Integer> sums, int smallest, Map<String, Integer> before) {
    Set<String> small = new TreeSet<>();
    for (String cell : CELLS) {
      int sum = sums.getOrDefault(cell, 0);
      Integer last = before.get(cell);
      boolean tells = last != null && sum != last && sum - last < smallest;
      if (sum < smallest || tells) {
        small.add(cell);
      }
    }
    if (small.isEmpty()) {
      return small;
    }
    List<String> others = CELLS.stream().filter(cell -> !small.contains(cell)).toList();
    for (int more = 0; more <= others.size(); more++) {
      Set<String> hidden = new TreeSet<>(small);
      hidden.addAll(others.subList(0, more));
      int together = hidden.stream().mapToInt(cell -> sums.getOrDefault(cell, 0)).sum();
      if (hidden.size() >= 2 && together >= 3 * smallest) {
        return hidden;
      }
    }
    return new TreeSet<>(CELLS);
  }

  /** What the months before showed. */
  private static final class Shown implements Past {

    private final List<LocalDate> ends = new ArrayList<>();
    private final List<Map<String, Integer>> sums = new ArrayList<>();

    void add(LocalDate end, Map<String, Integer> shown) {
      ends.add(end);
      sums.add(shown);
    }

    @Override
    public boolean isPublished() {
      return false;
    }

    @Override
    public boolean hasClosed() {
      return false;
    }

    @Override
    public @Nullable BigDecimal lastShown(
        Map<String, String> dimensions, String input, LocalDate since) {
      BigDecimal last = null;
      for (int n = 0; n < ends.size(); n++) {
        Integer sum = sums.get(n).get(dimensions.get("part"));
        if (!ends.get(n).isBefore(since) && sum != null) {
          last = BigDecimal.valueOf(sum);
        }
      }
      return last;
    }
  }

  @Provide
  Arbitrary<List<List<Integer>>> additions() {
    // Often nothing, seldom less than before.
    Arbitrary<Integer> amount =
        Arbitraries.frequencyOf(
            net.jqwik.api.Tuple.of(3, Arbitraries.just(0)),
            net.jqwik.api.Tuple.of(6, Arbitraries.integers().between(1, 60)),
            net.jqwik.api.Tuple.of(1, Arbitraries.integers().between(-15, -1)));
    return amount.list().ofSize(CELLS.size()).list().ofSize(MONTHS);
  }

  @Provide
  Arbitrary<Window> windows() {
    return Arbitraries.of(Window.PERIOD, Window.YEAR_TO_DATE, Window.SINCE_START);
  }
}
