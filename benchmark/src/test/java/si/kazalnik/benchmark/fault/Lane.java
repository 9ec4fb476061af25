package si.kazalnik.benchmark.fault;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.function.Function;

/** Faults that come one after another; those of other lanes come at the same time. */
final class Lane {
  private static final int LONGEST_PAUSE = 1_500;

  private final Function<Random, List<Fault>> rounds;
  private final Random random;
  private final Tally tally;
  private final int number;
  private final Deque<Fault> next = new ArrayDeque<>();
  private int phasesLeft;
  private boolean pauses = true;

  private Lane(
      Function<Random, List<Fault>> rounds, int number, int phases, Random random, Tally tally) {
    this.rounds = rounds;
    this.random = random;
    this.tally = tally;
    this.number = number;
    this.phasesLeft = phases;
  }

  /** So many in each phase, from one round after another. */
  static Lane some(Function<Random, List<Fault>> rounds, int number, Random random, Tally tally) {
    return new Lane(rounds, number, 0, random, tally);
  }

  /**
   * So many that after the phases each has come once; one that had no effect comes again as long as
   * there are phases.
   */
  static Lane eachOnce(List<Fault> faults, int phases, Random random, Tally tally) {
    Lane lane = new Lane(inDisorder(faults), 0, phases, random, tally);
    lane.next.addAll(inDisorder(faults).apply(random));
    return lane;
  }

  /** Rounds in which each comes once. */
  static Function<Random, List<Fault>> inDisorder(List<Fault> faults) {
    return random -> {
      List<Fault> shuffled = new ArrayList<>(faults);
      Collections.shuffle(shuffled, random);
      return shuffled;
    };
  }

  /** One fault follows at once upon another. */
  Lane withoutPauses() {
    pauses = false;
    return this;
  }

  void phase() throws Exception {
    int due = number;
    if (number == 0) {
      int phases = Math.max(1, phasesLeft--);
      due = (next.size() + phases - 1) / phases;
    }
    for (int i = 0; i < due; i++) {
      if (next.isEmpty()) {
        next.addAll(rounds.apply(random));
      }
      if (pauses) {
        Fault.last(random, 0, LONGEST_PAUSE);
      }
      Fault fault = next.remove();
      tally.happens(fault.kind());
      if (fault.happening().happen(random)) {
        tally.tookEffect(fault.kind());
      } else if (number == 0) {
        next.addLast(fault);
      }
    }
  }
}
