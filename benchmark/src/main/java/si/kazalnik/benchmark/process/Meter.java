package si.kazalnik.benchmark.process;

import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import si.kazalnik.benchmark.result.Sample;

/** Wall clock and processor time of a piece of work, and memory. */
public final class Meter {
  private static final double NANOS = 1e9;

  private Meter() {}

  /** What is measured. */
  @FunctionalInterface
  public interface Work {
    /** Returns when it is done. */
    void run() throws IOException, InterruptedException;
  }

  /**
   * Does the work.
   *
   * @param own processes whose work it is
   * @param others that serve them
   */
  public static Sample measure(
      String kind, int events, List<Child> own, List<Child> others, Work work)
      throws IOException, InterruptedException {
    Map<Child, Duration> before = new LinkedHashMap<>();
    own.forEach(each -> before.put(each, each.cpu()));
    others.forEach(each -> before.put(each, each.cpu()));
    long start = System.nanoTime();
    work.run();
    double seconds = (System.nanoTime() - start) / NANOS;
    Map<String, Double> processor = new LinkedHashMap<>();
    before.forEach(
        (child, then) -> processor.put(child.name(), child.cpu().minus(then).toNanos() / NANOS));
    Set<String> names = new TreeSet<>();
    own.forEach(each -> names.add(each.name()));
    return new Sample(kind, events, seconds, processor, names);
  }

  /** Memory of Java processes and of the database, as a table; {@code into} takes it as numbers. */
  public static String memory(
      List<Child> children, Child database, Map<String, Map<String, Double>> into)
      throws IOException {
    StringBuilder text =
        new StringBuilder(
            String.format(
                "| process | resident MiB | heap after collection MiB |%n|---|--:|--:|%n"));
    for (Child each : children) {
      double resident = Memory.resident(each).orElse(Double.NaN);
      double heap = Memory.heapAfterCollection(each);
      into.put(each.name(), Map.of("residentMiB", resident, "heapMiB", heap));
      text.append(
          String.format(Locale.ROOT, "| %s | %.0f | %.0f |%n", each.name(), resident, heap));
    }
    double resident = Memory.resident(database).orElse(Double.NaN);
    into.put(database.name(), Map.of("residentMiB", resident));
    return text.append(String.format(Locale.ROOT, "| %s | %.0f | |%n", database.name(), resident))
        .toString();
  }
}
