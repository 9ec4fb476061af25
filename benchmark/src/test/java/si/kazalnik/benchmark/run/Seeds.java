package si.kazalnik.benchmark.run;

import java.util.concurrent.ThreadLocalRandom;

/** Another seed in each run, printed, so that a failure can be repeated. */
final class Seeds {
  private Seeds() {}

  /** The one of the system property {@code benchmark.seed}, or a random one. */
  static long next(String what) {
    Long given = Long.getLong("benchmark.seed");
    long seed = given == null ? ThreadLocalRandom.current().nextInt(1, 1_000_000) : given;
    System.out.println(what + ": repeat with -Dbenchmark.seed=" + seed);
    return seed;
  }
}
