package si.kazalnik.benchmark.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * About a minute under load in which the process is killed at random moments and started again on
 * what it kept. Nothing may be lost, counted twice or computed otherwise.
 */
class KillRunIT {

  @Test
  void what_is_killed_under_load_ends_with_every_value_right(@TempDir Path folder)
      throws Exception {
    Scenario.Outcome outcome =
        new Scenario(Seeds.next("kill-run", 110_834), 20, 4, 600, 2).run(folder);

    assertThat(outcome.differences()).as(outcome.told()).isEmpty();
    assertThat(outcome.kills()).as("kills").isEqualTo(2);
    assertThat(outcome.periods()).as("periods compared").isPositive();
  }
}
