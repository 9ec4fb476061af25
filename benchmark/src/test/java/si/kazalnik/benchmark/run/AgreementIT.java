package si.kazalnik.benchmark.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Without kills, with another catalogue half-way: the product and the oracle answer alike. */
class AgreementIT {

  @Test
  void every_field_equals_an_independent_computation(@TempDir Path folder) throws Exception {
    Scenario.Outcome outcome = new Scenario(Seeds.next("agreement"), 20, 4, 500, 0).run(folder);

    assertThat(outcome.differences()).as(outcome.told()).isEmpty();
    assertThat(outcome.periods()).as("periods compared").isPositive();
  }
}
