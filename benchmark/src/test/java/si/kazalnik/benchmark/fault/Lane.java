package si.kazalnik.benchmark.fault;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Random;

/** Faults that come one after another; those of other lanes come at the same time. */
final class Lane {
  private final List<Fault> faults;
  private final Random random;
  private final Tally tally;
  private final int number;
  private final int phases;
  private final Deque<Fault> next = new ArrayDeque<>();
  private int phase;

  /**
   * A lane.
   *
   * @param number of faults in so many phases
   */
  private Lane(List<Fault> faults, int number, int phases, Random random, Tally tally) {
    this.faults = faults;
    this.random = random;
    this.tally = tally;
    this.number = number;
    this.phases = phases;
  }

  /** So many in each phase. */
  static Lane some(List<Fault> faults, int number, Random random, Tally tally) {
    return new Lane(faults, number, 1, random, tally);
  }

  /** So many that after the phases each has come once. */
  static Lane eachOnce(List<Fault> faults, int phases, Random random, Tally tally) {
    return new Lane(faults, faults.size(), phases, random, tally);
  }

  void phase() throws Exception {
    int before = number * phase / phases;
    phase++;
    for (int i = before; i < number * phase / phases; i++) {
      if (next.isEmpty()) {
        List<Fault> shuffled = new ArrayList<>(faults);
        Collections.shuffle(shuffled, random);
        next.addAll(shuffled);
      }
      Fault.last(random, 0, 1_500);
      Fault fault = next.remove();
      tally.happens(fault.kind());
      fault.happening().happen(random);
    }
  }
}
