package si.kazalnik.benchmark;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What is measured, and how much. */
@Command(
    name = "benchmark/run",
    mixinStandardHelpOptions = true,
    description = "Measures, prints a table and writes it to benchmark/target; ends by itself.",
    footer = {
      "",
      "delay takes 60 s at each load after a minute (quick: 15 s), growth a fifth",
      "of the events for each size of a city. Other parts, with a help of their own:",
      "  benchmark/run faults --help   nothing is lost, whatever fails",
      "  benchmark/run fuzz --help     what every parser of outside data refuses"
    })
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

  @Spec private @Nullable CommandSpec command;
  private @Nullable Integer events;
  private @Nullable Integer rounds;
  private @Nullable Integer warmUp;

  @Option(names = "--project", hidden = true, description = "The project's folder.")
  private Path project = Path.of("");

  @Option(names = "--events", description = "Events a round (200000; quick: 20000).")
  void setEvents(int number) {
    events = atLeast("--events", number, 1_000);
  }

  @Option(names = "--rounds", description = "Measured rounds (5; quick: 2).")
  void setRounds(int number) {
    rounds = atLeast("--rounds", number, 1);
  }

  @Option(names = "--warm-up", description = "Rounds before, not counted (6; quick: 1).")
  void setWarmUp(int number) {
    warmUp = atLeast("--warm-up", number, 0);
  }

  private int atLeast(String option, int number, int least) {
    if (number < least) {
      throw new ParameterException(
          Objects.requireNonNull(command).commandLine(),
          option + "=" + number + " is too few: " + least + " at least");
    }
    return number;
  }

  Set<Part> parts() {
    return parts.isEmpty() ? EnumSet.allOf(Part.class) : EnumSet.copyOf(parts);
  }

  int events() {
    return events != null ? events : quick ? 20_000 : 200_000;
  }

  /** There are many sizes. */
  int growthEvents() {
    return Math.max(1_000, events() / 5);
  }

  int rounds() {
    return rounds != null ? rounds : quick ? 2 : 5;
  }

  /** Rounds that are not counted: a JVM compiles for about two minutes of load. */
  int warmUp() {
    return warmUp != null ? warmUp : quick ? 1 : 6;
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
    return (quick ? "a first look, imprecise: its verdicts mean little; " : "")
        + events()
        + " events a round, "
        + rounds()
        + " rounds after "
        + warmUp()
        + " to warm up";
  }
}
