package si.kazalnik.indicator.domain.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import si.kazalnik.contract.NoValueReason;
import si.kazalnik.contract.Performance;
import si.kazalnik.contract.catalogue.Input.Aggregate;
import si.kazalnik.indicator.domain.Defined;
import si.kazalnik.indicator.domain.Inputs;
import si.kazalnik.indicator.domain.Told;

class KeysAndPercentilesTest {

  private static final Instant OPEN = Instant.parse("2025-06-15T10:00:00Z");
  private static final Instant CLOSED = Instant.parse("2026-01-01T00:00:00Z");

  private static Computation of(Defined defined, Instant now, Told told) {
    return defined.rules().evaluate(Defined.period("2025"), now, told, Past.NONE).get(0);
  }

  /** "(nearest rank: the ⌈p·n/100⌉-th)". */
  @ParameterizedTest
  @CsvSource({"1, 10", "20, 10", "21, 20", "50, 30", "90, 50", "100, 50"})
  void a_percentile_is_the_value_of_nearest_rank(int p, String value) {
    Told told = new Told();
    for (String each : new String[] {"30", "10", "50", "20", "40"}) {
      told.at("s", "2025-0" + each.charAt(0) + "-01T10:00:00Z", each);
    }
    Computation computed = of(new Defined().input(Inputs.percentile(p, 1)), CLOSED, told);
    assertThat(computed.value()).isEqualTo(new BigDecimal(value));
    assertThat(computed.inputs().get(0).error()).isNull();
    assertThat(of(new Defined().input(Inputs.percentile(p, 6)), CLOSED, told).reason())
        .isEqualTo(NoValueReason.TOO_FEW);
  }

  /** "DISTINCT (of `key` …; never of `subject`)". */
  @Test
  void keys_are_counted_once_however_often_they_come() {
    Told told =
        new Told()
            .key("s", "2025-01-01T10:00:00Z", "ana")
            .key("s", "2025-03-01T10:00:00Z", "bor")
            .key("s", "2025-05-01T10:00:00Z", "ana");
    Defined defined = new Defined().input("x", "s", Aggregate.DISTINCT).quota("2");
    Computation open = of(defined, OPEN, told);
    assertThat(open.value()).isEqualTo(new BigDecimal("2"));
    assertThat(open.measurements()).isEqualTo(3);
    assertThat(open.performance()).isEqualTo(Performance.MET);
  }

  /** 0 is "no measurement in the window"; here there are some, of how many is not known. */
  @Test
  void measurements_without_a_key_are_not_a_count_of_nobody() {
    Told told =
        new Told().at("s", "2025-01-01T10:00:00Z", "1").at("s", "2025-02-01T10:00:00Z", "1");
    Defined defined = new Defined().input("x", "s", Aggregate.DISTINCT).quota("2");
    assertThat(of(defined, CLOSED, told).value()).isNull();
    assertThat(of(defined, CLOSED, told).reason()).isEqualTo(NoValueReason.TOO_FEW);
    assertThat(of(defined, CLOSED, told).performance()).isNull();
    assertThat(of(defined, CLOSED, told.completed("s", null, "2025")).value()).isNull();
    told.key("s", "2025-03-01T10:00:00Z", "ana");
    assertThat(of(defined, CLOSED, told).value()).isEqualTo(BigDecimal.ONE);
  }

  @Test
  void a_nil_return_is_nobody() {
    Defined defined = new Defined().input("x", "s", Aggregate.DISTINCT);
    assertThat(of(defined, OPEN, new Told().completed("s", null, "2025")).value())
        .isEqualTo(BigDecimal.ZERO);
    assertThat(of(defined, OPEN, new Told()).reason()).isEqualTo(NoValueReason.NO_MEASUREMENTS);
  }
}
