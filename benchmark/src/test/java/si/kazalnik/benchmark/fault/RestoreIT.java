package si.kazalnik.benchmark.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import si.kazalnik.benchmark.run.Scenario;
import si.kazalnik.benchmark.run.Seeds;

/**
 * Each way of {@code docs/restore.md}, in a city that goes on: "values right, no old mail sent
 * again".
 */
class RestoreIT {

  @Test
  void whatever_is_lost_and_restored_values_are_right_and_nobody_is_told_again(
      @TempDir(cleanup = CleanupMode.ON_SUCCESS) Path folder) throws Exception {
    Path mongod = Database.program();
    // One whose clock makes great steps, so that there are mails in each.
    long seed = Seeds.next("restore", 287);
    Scenario.Outcome outcome =
        new Scenario(seed, 12, RestoreTrial.STEPS, 120).run(folder, new RestoreTrial(mongod));

    assertThat(outcome.differences()).as(outcome.told()).isEmpty();
    assertThat(outcome.periods()).as("periods compared").isPositive();
  }
}
