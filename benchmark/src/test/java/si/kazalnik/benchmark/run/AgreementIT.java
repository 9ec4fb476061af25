package si.kazalnik.benchmark.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** Without kills, with another catalogue half-way: the product and the oracle answer alike. */
class AgreementIT {

  @Test
  @EnabledIfSystemProperty(
      named = "benchmark.harness",
      matches = "true",
      disabledReason = "the kill run compares the same; -Dbenchmark.harness=true runs it besides")
  void every_field_equals_an_independent_computation(@TempDir Path folder) throws Exception {
    long seed = Seeds.next("agreement", 889_005);
    Scenario.Outcome outcome =
        new Scenario(seed, 20, 4, 500).run(folder, new Killer(new Random(seed), 0, 4));

    assertThat(outcome.differences()).as(outcome.told()).isEmpty();
    assertThat(outcome.periods()).as("periods compared").isPositive();
  }
}
