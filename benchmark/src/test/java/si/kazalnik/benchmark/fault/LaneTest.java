package si.kazalnik.benchmark.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LaneTest {
  private final Tally tally = new Tally();
  private final List<String> happened = new ArrayList<>();

  @Test
  void each_comes_once_and_again_where_it_had_no_effect() throws Exception {
    List<Fault> faults =
        List.of(fault("a", true), fault("b", true), fault("c", true), fault("in vain", false));
    Lane lane = Lane.eachOnce(faults, 3, new Random(1), tally).withoutPauses();
    for (int phase = 0; phase < 3; phase++) {
      lane.phase();
    }

    assertThat(happened).contains("a", "b", "c");
    assertThat(Collections.frequency(happened, "a")).isEqualTo(1);
    assertThat(Collections.frequency(happened, "in vain")).isGreaterThan(1);
  }

  /** A summary that calls a fault survived which did nothing would promise too much. */
  @Test
  void what_had_no_effect_is_said() throws Exception {
    Lane.eachOnce(List.of(fault("a", true), fault("in vain", false)), 1, new Random(1), tally)
        .withoutPauses()
        .phase();
    tally.right(1, 1);

    assertThat(tally.withoutEffect(List.of("a", "in vain", "never")))
        .containsExactly("in vain", "never");
    assertThat(tally.markdown("Faults"))
        .contains("| a | 1 | 1 | 1 |")
        .contains("| in vain | 1 | 0 | 0 |");
  }

  private Fault fault(String kind, boolean effect) {
    return new Fault(
        kind,
        random -> {
          happened.add(kind);
          return effect;
        });
  }
}
