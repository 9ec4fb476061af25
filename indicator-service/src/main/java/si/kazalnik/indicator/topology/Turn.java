package si.kazalnik.indicator.topology;

import java.time.Duration;

/**
 * The time for work that can wait, of all partitions of a thread together: they share one producer,
 * so one transaction, and what it does not end in time is thrown away with all that it did. After a
 * turn the thread does other things for a while, its commit among them.
 */
final class Turn {

  // So much of a turn does a moment outside it give back.
  private static final long REST = 6;

  private final long longest;
  private final ThreadLocal<Spent> spent = ThreadLocal.withInitial(Spent::new);

  private Turn(long longest) {
    this.longest = longest;
  }

  /** As long as may be: where no transaction ends. */
  static Turn endless() {
    return new Turn(Long.MAX_VALUE);
  }

  /** Of that length at the most. */
  static Turn of(Duration longest) {
    return new Turn(longest.toNanos());
  }

  /** Of one thread, in nanoseconds. */
  private static final class Spent {
    private long before;
    private long enteredAt = System.nanoTime();
    private long leftAt = enteredAt;
    private boolean resting;
  }

  /** This thread begins to work for a partition. */
  void entered() {
    Spent mine = spent.get();
    mine.enteredAt = System.nanoTime();
    mine.before = Math.max(0, mine.before - REST * (mine.enteredAt - mine.leftAt));
    mine.resting &= mine.before > 0;
  }

  /** It has ended, for now. */
  void left() {
    Spent mine = spent.get();
    mine.leftAt = System.nanoTime();
    mine.before += mine.leftAt - mine.enteredAt;
  }

  /** Whether this thread may go on with work that can wait. */
  boolean goesOn() {
    Spent mine = spent.get();
    mine.resting |= mine.before + System.nanoTime() - mine.enteredAt >= longest;
    return !mine.resting;
  }
}
