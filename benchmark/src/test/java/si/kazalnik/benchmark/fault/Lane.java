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
  private final int most;
  private final Deque<Fault> next = new ArrayDeque<>();

  /**
   * A lane.
   *
   * @param most at a time
   */
  Lane(List<Fault> faults, int most, Random random, Tally tally) {
    this.faults = faults;
    this.random = random;
    this.tally = tally;
    this.most = most;
  }

  /** Enough of them that after so many times each has come once. */
  static Lane eachOnce(List<Fault> faults, int times, Random random, Tally tally) {
    return new Lane(faults, (faults.size() + times - 1) / times, random, tally);
  }

  void some() throws Exception {
    for (int i = 0; i < most; i++) {
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
