package si.kazalnik.indicator.topology;

import si.kazalnik.indicator.domain.revision.Causes;

/**
 * That something is to be worked on.
 *
 * @param measured what has happened to measurements
 * @param completed what has happened to completions, which concern other periods
 * @param recordedAt when the newest event behind it reached its raw topic, in milliseconds, or 0;
 *     for measuring delay, and computed with for nothing else
 */
record Mark(Causes measured, Causes completed, long recordedAt) {

  /** Sent again without anything having changed. */
  static final Mark AGAIN = new Mark(Causes.NONE, Causes.NONE, 0);

  private static final int SCHEMA = 2;

  /** Of a period, for which it does not matter where they came from. */
  static Mark of(Causes causes, long recordedAt) {
    return new Mark(causes, Causes.NONE, recordedAt);
  }

  /** All that has happened. */
  Causes causes() {
    return measured.and(completed);
  }

  /** Of what may have been evaluated and published before the state was lost. */
  Mark thatMayBeTold() {
    return new Mark(measured.thatMayBeTold(), completed.thatMayBeTold(), recordedAt);
  }

  /** Whether the same has happened. */
  boolean sameCauses(Mark other) {
    return measured.equals(other.measured) && completed.equals(other.completed);
  }

  Mark and(Mark other) {
    return new Mark(
        measured.and(other.measured),
        completed.and(other.completed),
        Math.max(recordedAt, other.recordedAt));
  }

  BytesOut write(BytesOut out) {
    return out.raw(SCHEMA).raw(measured.bits()).raw(completed.bits()).number(recordedAt);
  }

  static Mark read(BytesIn in) {
    int schema = in.raw();
    if (schema != SCHEMA) {
      throw new IllegalStateException(
          "mark of version " + schema + ", but " + SCHEMA + " is known");
    }
    return new Mark(new Causes(in.raw()), new Causes(in.raw()), in.number());
  }
}
