package si.kazalnik.benchmark;

import java.io.IOException;
import picocli.CommandLine;
import si.kazalnik.benchmark.delay.Delay;
import si.kazalnik.benchmark.growth.Growth;
import si.kazalnik.benchmark.http.Http;
import si.kazalnik.benchmark.result.Report;

/** Measures what was asked for, side by side, and ends. */
public final class Benchmark {
  private Benchmark() {}

  public static void main(String[] arguments) {
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
    int exit = 0;
    try {
      measure(options);
    } catch (IOException | InterruptedException | RuntimeException failed) {
      failed.printStackTrace();
      exit = 1;
    }
    // Clients' threads may linger.
    System.exit(exit);
  }

  private static void measure(Options options) throws IOException, InterruptedException {
    Report report = new Report(options.project().resolve("benchmark/target"), options.toString());
    for (Options.Part part : options.parts()) {
      measure(part, options, report);
      report.write();
    }
    report.printTargets();
  }

  private static void measure(Options.Part part, Options options, Report report)
      throws IOException, InterruptedException {
    int[] sizes = {options.events(), options.rounds(), options.warmUp()};
    switch (part) {
      case speed -> Speed.run(options, report);
      case http -> Http.run(options.project(), sizes, report);
      case delay -> Delay.run(options.project(), options.events(), options.delaySeconds(), report);
      case flink -> Engine.run(options, report);
      case growth ->
          Growth.run(
              options.project(), options.growthEvents(), options.rounds(), options.quick(), report);
    }
  }
}
