package si.kazalnik.benchmark.run;

import java.util.concurrent.ThreadLocalRandom;

/** Seeds, printed, so that a failure can be repeated. */
public final class Seeds {
  private Seeds() {}

  /**
   * The one of the system property {@code benchmark.seed}: a random one where that is 0, the usual
   * one where it is not set. What a build says must not depend on luck; the moment of a kill does
   * all the same.
   */
  public static long next(String what, long usual) {
    long given = Long.getLong("benchmark.seed", usual);
    long seed = given == 0 ? ThreadLocalRandom.current().nextInt(1, 1_000_000) : given;
    System.out.println(what + ": repeat with -Dbenchmark.seed=" + seed);
    return seed;
  }
}
