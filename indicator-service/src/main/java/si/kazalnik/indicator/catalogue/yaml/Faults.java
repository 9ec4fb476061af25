package si.kazalnik.indicator.catalogue.yaml;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** Gathers faults; the same one is listed once. */
public final class Faults {

  private static final int MOST = 10_000;

  private final SortedSet<Fault> faults = new TreeSet<>();

  public void add(String file, int line, String message) {
    // A file made to blow up must not fill the memory with what is wrong with it.
    if (faults.size() < MOST) {
      faults.add(new Fault(file, line, message));
    }
  }

  public boolean none() {
    return faults.isEmpty();
  }

  /** By file, then line. */
  public List<Fault> sorted() {
    return List.copyOf(faults);
  }
}
