package si.kazalnik.benchmark.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Random;
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
    long seed = Seeds.next("kill-run", 110_834);
    Killer killer = new Killer(new Random(seed), 2, 4);
    Scenario.Outcome outcome = new Scenario(seed, 20, 4, 600).run(folder, killer);

    assertThat(outcome.differences()).as(outcome.told()).isEmpty();
    assertThat(killer.kills()).as("kills").isEqualTo(2);
    assertThat(outcome.periods()).as("periods compared").isPositive();
  }
}
