package si.kazalnik.indicator.domain.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import si.kazalnik.contract.Coverage;
import si.kazalnik.contract.NoValueReason;
import si.kazalnik.contract.Performance;
import si.kazalnik.contract.catalogue.Input.Aggregate;
import si.kazalnik.contract.catalogue.Input.Window;
import si.kazalnik.indicator.domain.Defined;
import si.kazalnik.indicator.domain.Told;

/**
 * "With a roster, it stays PROVISIONAL and unjudged, with its coverage, while a subject has neither
 * reported (any measurement of the series) nor completed in the period itself"; "judges each
 * subject; the verdict is the worst one's; the failing are named; a subject's nil return is its 0
 * where sums have one, else it fails": a year of random reports, against a look at each subject.
 */
class RosterOracleTest {

  private static final Instant CLOSED = Instant.parse("2026-01-01T00:00:00Z");
  private static final List<String> ROSTER = List.of("north", "east", "ždala", "south");

  /** A report of one kind; only kind a is what the indicator asks for. */
  record Report(String subject, int year, String kind, int value) {}

  /** A nil return, of one subject or of all. */
  record Nil(@Nullable String subject, String period) {}

  @Property(tries = 1_500)
  void every_subject_is_looked_at(
      @ForAll("reports") List<Report> reports,
      @ForAll("nils") List<Nil> nils,
      @ForAll("aggregates") Aggregate aggregate,
      @ForAll boolean ever,
      @ForAll boolean each,
      @ForAll @IntRange(max = 12) int quota) {
    Defined defined = new Defined().roster(ROSTER.toArray(String[]::new));
    defined.input(
        Defined.where(
            Defined.input("x", "s", aggregate, ever ? Window.SINCE_START : Window.PERIOD),
            "kind",
            "a"));
    String asked = String.valueOf(quota);
    defined = each ? defined.quotaForEach(asked) : defined.quota(asked);
    Told told = new Told();
    for (int n = 0; n < reports.size(); n++) {
      Report report = reports.get(n);
      told.at(
          "s",
          report.subject(),
          Map.of("kind", report.kind()),
          "%d-%02d-10T10:00:00Z".formatted(report.year(), 1 + n),
          String.valueOf(report.value()));
    }
    nils.forEach(nil -> told.completed("s", nil.subject(), nil.period()));

    Computation computed =
        defined.rules().evaluate(Defined.period("2025"), CLOSED, told, Past.NONE).get(0);

    List<String> silent = new ArrayList<>();
    boolean missing = false;
    for (String subject : ROSTER) {
      boolean nil = isNil(nils, subject);
      if (!nil && reports.stream().noneMatch(r -> is(r, subject) && r.year() == 2025)) {
        silent.add(subject);
      }
      missing |=
          !nil
              && reports.stream()
                  .noneMatch(r -> is(r, subject) && r.year() == 2025 && r.kind().equals("a"));
    }
    silent.sort(null);
    assertThat(computed.coverage())
        .isEqualTo(new Coverage(ROSTER.size() - silent.size(), ROSTER.size(), silent));
    assertThat(computed.isComplete()).isEqualTo(silent.isEmpty());
    assertThat(computed.missing())
        .isEqualTo(missing && aggregate != Aggregate.EXISTS ? List.of("x") : List.of());

    boolean allNil = ROSTER.stream().allMatch(subject -> isNil(nils, subject));
    BigDecimal value = value(counting(reports, ever), aggregate, allNil);
    assertThat(computed.reason()).isEqualTo(value == null ? NoValueReason.NO_MEASUREMENTS : null);
    if (value != null) {
      assertThat(computed.value()).isEqualByComparingTo(value);
    }
    if (value == null || !silent.isEmpty()) {
      assertThat(computed.performance()).isNull();
      assertThat(computed.failing()).isEmpty();
      return;
    }
    List<String> failing = new ArrayList<>();
    for (String subject : each ? ROSTER : List.<String>of()) {
      BigDecimal own =
          value(
              counting(reports, ever).stream().filter(r -> is(r, subject)).toList(),
              aggregate,
              isNil(nils, subject));
      if (own == null || own.compareTo(BigDecimal.valueOf(quota)) < 0) {
        failing.add(subject);
      }
    }
    boolean missed = each ? !failing.isEmpty() : value.compareTo(BigDecimal.valueOf(quota)) < 0;
    assertThat(computed.performance()).isEqualTo(missed ? Performance.MISSED : Performance.MET);
    assertThat(computed.failing()).isEqualTo(failing);
  }

  private static boolean is(Report report, String subject) {
    return report.subject().equals(subject);
  }

  private static boolean isNil(List<Nil> nils, String subject) {
    return nils.stream()
        .filter(nil -> nil.period().equals("2025"))
        .anyMatch(nil -> nil.subject() == null || nil.subject().equals(subject));
  }

  private static List<Report> counting(List<Report> reports, boolean ever) {
    return reports.stream()
        .filter(r -> r.kind().equals("a") && (ever || r.year() == 2025))
        .toList();
  }

  private static @Nullable BigDecimal value(
      List<Report> counting, Aggregate aggregate, boolean nil) {
    boolean empty = counting.isEmpty();
    int sum = counting.stream().mapToInt(Report::value).sum();
    return switch (aggregate) {
      case EXISTS -> empty ? BigDecimal.ZERO : BigDecimal.ONE;
      case COUNT -> empty && !nil ? null : BigDecimal.valueOf(counting.size());
      case SUM -> empty && !nil ? null : BigDecimal.valueOf(sum);
      default ->
          empty
              ? null
              : BigDecimal.valueOf(counting.stream().mapToInt(Report::value).max().orElse(0));
    };
  }

  @Provide
  Arbitrary<List<Report>> reports() {
    return Combinators.combine(
            Arbitraries.of(ROSTER),
            Arbitraries.of(2024, 2025, 2025, 2025),
            Arbitraries.of("a", "a", "b"),
            Arbitraries.integers().between(0, 9))
        .as(Report::new)
        .list()
        .ofMaxSize(9);
  }

  @Provide
  Arbitrary<List<Nil>> nils() {
    return Combinators.combine(
            Arbitraries.of(ROSTER).injectNull(0.1),
            Arbitraries.of("2025", "2025", "2025-H1", "2024"))
        .as(Nil::new)
        .list()
        .ofMaxSize(4);
  }

  @Provide
  Arbitrary<Aggregate> aggregates() {
    return Arbitraries.of(Aggregate.SUM, Aggregate.COUNT, Aggregate.MAX, Aggregate.EXISTS);
  }
}
