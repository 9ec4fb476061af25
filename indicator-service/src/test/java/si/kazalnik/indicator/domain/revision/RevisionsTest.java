package si.kazalnik.indicator.domain.revision;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import si.kazalnik.contract.RevisionCause;
import si.kazalnik.contract.ValueStatus;
import si.kazalnik.contract.catalogue.Input.Aggregate;
import si.kazalnik.indicator.domain.Defined;
import si.kazalnik.indicator.domain.Told;
import si.kazalnik.indicator.domain.evaluation.Computation;
import si.kazalnik.indicator.domain.evaluation.Past;

class RevisionsTest {

  private static final Instant CLOSES = Instant.parse("2025-12-31T23:00:00Z");
  private static final Causes LATE = Causes.of(RevisionCause.LATE);

  private static Computation year(Instant now, String... values) {
    Told told = new Told();
    for (String value : values) {
      told.at("s", "2025-05-05T10:00:00Z", value);
    }
    Defined defined = new Defined().input("x", "s", Aggregate.SUM);
    return defined.rules().evaluate(Defined.period("2025"), now, told, Past.NONE).get(0);
  }

  private static PublishedPeriod decide(
      @Nullable PublishedPeriod before, Instant now, Instant inForceSince, Computation computed) {
    return Revisions.decide(before, computed, now, inForceSince, LATE, "v").orElseThrow();
  }

  private static void says(
      @Nullable PublishedPeriod period, int revision, String value, ValueStatus status) {
    var last = Objects.requireNonNull(period).last();
    assertThat(last.revision()).isEqualTo(revision);
    assertThat(last.value()).isEqualTo(new BigDecimal(value));
    assertThat(last.status()).isEqualTo(status);
  }

  /**
   * "a later one overwrites it, revision 1 too, which then is what the period closed with";
   * "REVISED where it closed with a value and that of today is another".
   */
  @Test
  void what_comes_in_the_second_of_the_closing_is_what_it_closed_with() {
    PublishedPeriod open =
        decide(null, CLOSES.minusSeconds(1), Instant.EPOCH, year(CLOSES.minusSeconds(1), "5"));
    says(open, 0, "5", ValueStatus.PROVISIONAL);
    PublishedPeriod closed = decide(open, CLOSES, Instant.EPOCH, year(CLOSES, "5"));
    says(closed, 1, "5", ValueStatus.FINAL);
    PublishedPeriod same =
        decide(closed, CLOSES.plusMillis(999), Instant.EPOCH, year(CLOSES, "5", "2"));
    says(same, 1, "7", ValueStatus.FINAL);
    assertThat(same.last().cause()).isNull();
    assertThat(same.last().computedAt()).isEqualTo(CLOSES);
    PublishedPeriod later = decide(same, CLOSES.plusSeconds(1), Instant.EPOCH, year(CLOSES, "5"));
    says(later, 2, "5", ValueStatus.REVISED);
    says(
        decide(later, CLOSES.plusSeconds(2), Instant.EPOCH, year(CLOSES, "5", "2")),
        3,
        "7",
        ValueStatus.FINAL);
  }

  /** "where the clock passed it while the indicator was in force, else the clock's time". */
  @Test
  void an_indicator_that_came_after_the_closing_computed_it_then() {
    Instant now = CLOSES.plusSeconds(90_000);
    Computation computed = year(now, "5");
    assertThat(decide(null, now, CLOSES, computed).last().computedAt()).isEqualTo(CLOSES);
    assertThat(decide(null, now, CLOSES.plusSeconds(1), computed).last().computedAt())
        .isEqualTo(now);
  }
}
