package si.kazalnik.benchmark.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import si.kazalnik.benchmark.run.Scenario;
import si.kazalnik.benchmark.run.Seeds;

/**
 * Everything is a process of its own, and everything fails under load: values equal the oracle, the
 * balances close, every deviation has its mail, none twice except where the reply was lost.
 */
class FaultRunIT {
  private static final Path SUMMARY = Path.of("target", "faults.md");

  @Test
  void whatever_fails_every_value_is_right_and_everybody_is_told_once(
      @TempDir(cleanup = CleanupMode.ON_SUCCESS) Path folder) throws Exception {
    Path mongod = Database.program();
    Duration time = Duration.ofMinutes(Long.getLong("benchmark.minutes", 0));
    long seed = Seeds.next("faults", 7);
    Tally tally = new Tally();
    try {
      if (time.isZero()) {
        city(folder, mongod, seed, new Scenario(seed, 15, 4, 200), true, tally);
      } else {
        citiesFor(time, folder, mongod, seed, tally);
      }
    } finally {
      String title = "Faults, seed " + seed;
      tally.write(title, SUMMARY);
      System.out.println(tally.markdown(title));
    }
  }

  private static void citiesFor(Duration time, Path folder, Path mongod, long first, Tally tally)
      throws Exception {
    Instant end = Instant.now().plus(time);
    for (long seed = first; Instant.now().isBefore(end); seed++) {
      Random random = new Random(seed);
      int steps = 3 + random.nextInt(5);
      Scenario scenario =
          new Scenario(seed, 10 + random.nextInt(20), steps, 100 + random.nextInt(400));
      Path place = Files.createDirectories(folder.resolve("city-" + seed));
      city(place, mongod, seed, scenario, false, tally);
      // In an hour they would fill the disk, and nobody looks at what was right.
      Folders.empty(place);
    }
  }

  private static void city(
      Path folder, Path mongod, long seed, Scenario scenario, boolean each, Tally tally)
      throws Exception {
    // Faults come in each step, and once more while the catalogue changes.
    FaultTrial trial = new FaultTrial(mongod, seed, scenario.steps() + 1, each, tally);
    Scenario.Outcome outcome = scenario.run(folder, trial);

    assertThat(outcome.differences()).as(outcome.told()).isEmpty();
    assertThat(outcome.periods()).as("periods compared").isPositive();
    tally.right(outcome.events(), outcome.periods());
    if (each) {
      assertThat(tally.withoutEffect(trial.kinds())).as("faults that did nothing").isEmpty();
      assertThat(tally.neverDone()).as("what the mail server never did").isEmpty();
    }
  }
}
