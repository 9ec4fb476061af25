package si.kazalnik.indicator.domain.deviation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import si.kazalnik.contract.Deviation;
import si.kazalnik.contract.IndicatorValue;
import si.kazalnik.contract.catalogue.Input.Aggregate;
import si.kazalnik.indicator.domain.Defined;
import si.kazalnik.indicator.domain.Told;
import si.kazalnik.indicator.domain.evaluation.Computation;
import si.kazalnik.indicator.domain.evaluation.IndicatorRules;
import si.kazalnik.indicator.domain.evaluation.Past;
import si.kazalnik.indicator.domain.revision.Causes;
import si.kazalnik.indicator.domain.revision.Revisions;

/**
 * "performance: opens with `OFF_TRACK` or `MISSED` … for `consecutive` judged periods (default 1;
 * periods without value neither count nor break); ends when a later due point is met or on track";
 * "One per indicator and judged tuple at a time"; "Silence never resolves anything"; "Ids are
 * deterministic": months as they close, against a count of the bad ones.
 */
class DeviationsOracleTest {

  private static final YearMonth FIRST = YearMonth.of(2025, 1);

  /** A month's verdict. */
  enum Month {
    GOOD,
    BAD,
    SILENT
  }

  @Property(tries = 1_000)
  void incidents_are_what_counting_finds(
      @ForAll("months") List<Month> months, @ForAll @IntRange(min = 1, max = 3) int consecutive) {
    Defined defined = new Defined().monthly().quota("5").input("x", "s", Aggregate.MEAN);
    defined.consecutive = consecutive;
    IndicatorRules rules = defined.rules();
    Told told = new Told();
    Records records = new Records();
    Map<String, Deviation> known = new HashMap<>();
    Deviation last = null;
    List<String> seen = new ArrayList<>();

    String open = null;
    int row = 0;
    List<String> expected = new ArrayList<>();
    for (int n = 0; n < months.size(); n++) {
      YearMonth month = FIRST.plusMonths(n);
      if (months.get(n) != Month.SILENT) {
        told.at("s", month.atDay(9) + "T10:00:00Z", months.get(n) == Month.GOOD ? "5" : "4.9");
      }
      Instant now = month.plusMonths(1).atDay(1).atStartOfDay(Defined.LJUBLJANA).toInstant();
      Computation closed =
          rules.evaluate(Defined.period(month.toString()), now, told, Past.NONE).get(0);
      records.all.add(
          Revisions.decide(null, closed, now, Instant.EPOCH, Causes.NONE, "v")
              .orElseThrow()
              .last());
      Optional<Deviation> next =
          PerformanceDeviations.next(rules, last, known::get, records, now, true, "v");
      if (next.isPresent()) {
        last = next.get();
        known.put(last.id(), last);
        String state = last.id() + " " + last.state() + " " + last.reopened();
        if (seen.isEmpty() || !seen.get(seen.size() - 1).equals(state)) {
          seen.add(state);
        }
      }

      if (months.get(n) == Month.GOOD) {
        row = 0;
        if (open != null) {
          expected.add(open + " RESOLVED 0");
          open = null;
        }
      } else if (months.get(n) == Month.BAD) {
        row++;
        if (open == null && row >= consecutive) {
          open = "tried:" + month;
          expected.add(open + " OPEN 0");
        }
      }
    }
    assertThat(seen).as("%s", months).isEqualTo(expected);
  }

  @Provide
  Arbitrary<List<Month>> months() {
    return Arbitraries.of(Month.GOOD, Month.BAD, Month.BAD, Month.SILENT).list().ofMaxSize(30);
  }

  /** What was published so far, earliest first. */
  private static final class Records implements TupleHistory {

    private final List<IndicatorValue> all = new ArrayList<>();

    @Override
    public Map<String, String> dimensions() {
      return Map.of();
    }

    @Override
    public List<IndicatorValue> latestFirst(Predicate<? super IndicatorValue> last) {
      List<IndicatorValue> reversed = new ArrayList<>(all);
      Collections.reverse(reversed);
      return upTo(reversed, last);
    }

    @Override
    public List<IndicatorValue> earlier(
        IndicatorValue than, Predicate<? super IndicatorValue> last) {
      List<IndicatorValue> before =
          new ArrayList<>(all.stream().filter(each -> each.end().isBefore(than.end())).toList());
      Collections.reverse(before);
      return upTo(before, last);
    }

    @Override
    public List<IndicatorValue> later(IndicatorValue than, Predicate<? super IndicatorValue> last) {
      return upTo(all.stream().filter(each -> each.end().isAfter(than.end())).toList(), last);
    }

    @Override
    public @Nullable IndicatorValue of(String period) {
      return all.stream().filter(each -> each.period().equals(period)).findFirst().orElse(null);
    }

    private static List<IndicatorValue> upTo(
        List<IndicatorValue> from, Predicate<? super IndicatorValue> last) {
      List<IndicatorValue> read = new ArrayList<>();
      for (IndicatorValue each : from) {
        read.add(each);
        if (last.test(each)) {
          break;
        }
      }
      return read;
    }
  }
}
