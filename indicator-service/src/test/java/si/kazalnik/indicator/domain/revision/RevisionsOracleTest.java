package si.kazalnik.indicator.domain.revision;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import si.kazalnik.contract.Coverage;
import si.kazalnik.contract.IndicatorValue;
import si.kazalnik.contract.NoValueReason;
import si.kazalnik.contract.RevisionCause;
import si.kazalnik.contract.ValueStatus;
import si.kazalnik.indicator.domain.Defined;
import si.kazalnik.indicator.domain.evaluation.Computation;

/**
 * "An open period overwrites revision 0; closing makes 1, value or not; each later change of a
 * published field … adds one, with its time and its cause: the first that applies of DEFINITION,
 * WITHDRAWAL, CORRECTION, COVERAGE (a roster completed), LATE; 0 and 1 have none. Changes computed
 * in the same second of the clock are one revision"; "`REVISED` where it closed with a value and
 * that of today is another (none included)": random courses of one month, against a list of its
 * seconds.
 */
class RevisionsOracleTest {

  private static final Instant CLOSES = Instant.parse("2025-01-31T23:00:00Z");

  /** What becomes of the period in one second of the clock, in so many evaluations. */
  record Second(
      int pause,
      @Nullable Integer value,
      int evaluations,
      int changesAt,
      List<RevisionCause> causes,
      boolean complete) {}

  /** A revision that must come of it. */
  private record Expected(
      @Nullable Integer value, Set<RevisionCause> causes, Instant at, boolean complete) {}

  @Property(tries = 2_000)
  void a_course_of_changes_is_told_in_revisions(
      @ForAll("seconds") List<Second> course, @ForAll @IntRange(max = 9) int opensWith) {
    List<IndicatorValue> published = new ArrayList<>();
    Integer value = opensWith == 9 ? null : opensWith;
    boolean complete = false;
    PublishedPeriod known =
        decide(
            null, computed(value, false, false), CLOSES.minusSeconds(60), Causes.NONE, published);
    known = decide(known, computed(value, true, false), CLOSES, Causes.NONE, published);
    Integer closedWith = value;

    List<Expected> expected = new ArrayList<>();
    Instant now = CLOSES;
    for (Second second : course) {
      now = now.plusSeconds(second.pause());
      Set<RevisionCause> told = new TreeSet<>();
      Integer before = value;
      boolean wasComplete = complete;
      for (int n = 0; n < second.evaluations(); n++) {
        RevisionCause cause = second.causes().get(n % second.causes().size());
        boolean changes = n == second.changesAt() % second.evaluations();
        value = changes ? second.value() : value;
        complete |= changes && second.complete();
        boolean changed = changes && (!Objects.equals(value, before) || complete != wasComplete);
        // A definition that changes nothing is no cause.
        if (cause != RevisionCause.DEFINITION || changed) {
          told.add(cause);
        }
        if (changed && complete != wasComplete) {
          told.add(RevisionCause.COVERAGE);
        }
        known =
            decide(
                known,
                computed(value, true, complete),
                now.plusMillis(100L * n),
                Causes.of(cause),
                published);
      }
      if (!Objects.equals(value, before) || complete != wasComplete) {
        expected.add(new Expected(value, told, now, complete));
      }
    }

    Map<Integer, IndicatorValue> last = new TreeMap<>();
    published.forEach(each -> last.put(each.revision(), each));
    List<IndicatorValue> revisions = List.copyOf(last.values());
    assertThat(revisions).hasSize(2 + expected.size());
    assertThat(revisions.get(0).status()).isEqualTo(ValueStatus.PROVISIONAL);
    assertThat(revisions.get(0).cause()).isNull();
    assertThat(revisions.get(1).computedAt()).isEqualTo(CLOSES);
    assertThat(revisions.get(1).cause()).isNull();
    for (int n = 0; n < expected.size(); n++) {
      IndicatorValue one = revisions.get(2 + n);
      Expected as = expected.get(n);
      assertThat(one.revision()).isEqualTo(2 + n);
      assertThat(one.value()).isEqualTo(as.value() == null ? null : BigDecimal.valueOf(as.value()));
      assertThat(one.cause()).as("%s", course).isEqualTo(first(as.causes()));
      assertThat(one.computedAt().getEpochSecond()).isEqualTo(as.at().getEpochSecond());
      boolean revised = closedWith != null && !closedWith.equals(as.value());
      assertThat(one.status())
          .isEqualTo(
              !as.complete()
                  ? ValueStatus.PROVISIONAL
                  : revised ? ValueStatus.REVISED : ValueStatus.FINAL);
    }
  }

  private static @Nullable RevisionCause first(Set<RevisionCause> told) {
    for (String name : List.of("DEFINITION", "WITHDRAWAL", "CORRECTION", "COVERAGE", "LATE")) {
      for (RevisionCause each : told) {
        if (each.name().equals(name)) {
          return each;
        }
      }
    }
    return null;
  }

  private static PublishedPeriod decide(
      @Nullable PublishedPeriod before,
      Computation computed,
      Instant now,
      Causes causes,
      List<IndicatorValue> published) {
    PublishedPeriod after =
        Revisions.decide(before, computed, now, Instant.EPOCH, causes, "v").orElse(before);
    assertThat(after).isNotNull();
    published.add(after.last());
    return after;
  }

  private static Computation computed(@Nullable Integer value, boolean closed, boolean complete) {
    return new Computation(
        "tried",
        "2025-01",
        Defined.period("2025-01").start(),
        Defined.period("2025-01").end(),
        Map.of(),
        false,
        closed,
        CLOSES,
        value == null ? null : BigDecimal.valueOf(value),
        value == null ? NoValueReason.NO_MEASUREMENTS : null,
        null,
        null,
        null,
        complete ? new Coverage(1, 1, List.of()) : new Coverage(0, 1, List.of("north")),
        0,
        true,
        List.of(),
        false,
        null,
        null,
        List.of(),
        List.of());
  }

  @Provide
  Arbitrary<List<Second>> seconds() {
    return Combinators.combine(
            Arbitraries.integers().between(1, 90_000),
            Arbitraries.integers().between(0, 3).injectNull(0.2),
            Arbitraries.integers().between(1, 4),
            Arbitraries.integers().between(0, 11),
            Arbitraries.of(
                    RevisionCause.DEFINITION,
                    RevisionCause.WITHDRAWAL,
                    RevisionCause.CORRECTION,
                    RevisionCause.LATE)
                .list()
                .ofMinSize(1)
                .ofMaxSize(4),
            Arbitraries.of(true, false, false))
        .as(Second::new)
        .list()
        .ofMaxSize(8);
  }
}
