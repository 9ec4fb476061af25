package si.kazalnik.benchmark;

import java.io.IOException;
import java.util.Set;
import picocli.CommandLine;
import si.kazalnik.benchmark.delay.Delay;
import si.kazalnik.benchmark.growth.Growth;
import si.kazalnik.benchmark.http.Http;
import si.kazalnik.benchmark.result.Report;

/** Measures what was asked for, side by side, and ends. */
public final class Benchmark {
  private Benchmark() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    Options options = new Options();
    CommandLine line = new CommandLine(options);
    try {
      line.parseArgs(arguments);
    } catch (CommandLine.ParameterException wrong) {
      System.err.println(wrong.getMessage());
      line.usage(System.err);
      System.exit(2);
    }
    if (line.isUsageHelpRequested()) {
      line.usage(System.out);
      return;
    }
    Report report = new Report();
    Set<Options.Part> parts = options.parts();
    if (parts.contains(Options.Part.speed)) {
      Speed.run(options, report);
    }
    if (parts.contains(Options.Part.http)) {
      Http.run(
          options.project(),
          new int[] {options.events(), options.rounds(), options.warmUp()},
          report);
    }
    if (parts.contains(Options.Part.delay)) {
      Delay.run(options.project(), options.events(), options.delaySeconds(), report);
    }
    if (parts.contains(Options.Part.flink)) {
      Engine.run(options, report);
    }
    if (parts.contains(Options.Part.growth)) {
      Growth.run(
          options.project(), options.growthEvents(), options.rounds(), options.quick(), report);
    }
    report.write(options.project().resolve("benchmark/target"), options.toString());
    // Clients' threads may linger; the results are written.
    System.exit(0);
  }
}
