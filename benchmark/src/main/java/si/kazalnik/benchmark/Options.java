package si.kazalnik.benchmark;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What is measured, and how much. */
@Command(
    name = "benchmark/run",
    mixinStandardHelpOptions = true,
    description = "Measures, prints a table and writes it to benchmark/target; ends by itself.")
final class Options {

  /** A part of the benchmark. */
  enum Part {
    speed,
    http,
    delay,
    flink,
    growth
  }

  @Parameters(
      paramLabel = "PART",
      description = "One or more of ${COMPLETION-CANDIDATES}; without any all of them.")
  private List<Part> parts = List.of();

  @Option(names = "--quick", description = "A first look in a few minutes: small and imprecise.")
  private boolean quick;

  @Option(names = "--events", description = "Events a round (200000; quick: 20000).")
  private int events;

  @Option(names = "--rounds", description = "Measured rounds (5; quick: 2).")
  private int rounds;

  @Option(names = "--warm-up", description = "Rounds before, not counted (6; quick: 1).")
  private int warmUp;

  @Option(names = "--project", hidden = true, description = "The project's folder.")
  private Path project = Path.of("");

  Set<Part> parts() {
    return parts.isEmpty() ? EnumSet.allOf(Part.class) : EnumSet.copyOf(parts);
  }

  int events() {
    return events > 0 ? events : quick ? 20_000 : 200_000;
  }

  /** There are many sizes. */
  int growthEvents() {
    return Math.max(1_000, events() / 5);
  }

  int rounds() {
    return rounds > 0 ? rounds : quick ? 2 : 5;
  }

  /** Rounds that are not counted: a JVM compiles for about two minutes of load. */
  int warmUp() {
    return warmUp > 0 ? warmUp : quick ? 1 : 6;
  }

  /** At each load whose delays are measured. */
  int delaySeconds() {
    return quick ? 15 : 60;
  }

  boolean quick() {
    return quick;
  }

  Path project() {
    return project.toAbsolutePath();
  }

  @Override
  public String toString() {
    return events() + " events a round, " + rounds() + " rounds after " + warmUp() + " to warm up";
  }
}
