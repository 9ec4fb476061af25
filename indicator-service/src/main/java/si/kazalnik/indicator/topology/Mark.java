package si.kazalnik.indicator.topology;

import si.kazalnik.indicator.domain.revision.Causes;

/**
 * That something is to be worked on.
 *
 * @param causes what has happened
 * @param recordedAt when the newest event behind it reached its raw topic, in milliseconds, or 0;
 *     for measuring delay, and computed with for nothing else
 */
record Mark(Causes causes, long recordedAt) {

  /** Sent again without anything having changed. */
  static final Mark AGAIN = new Mark(Causes.NONE, 0);

  private static final int SCHEMA = 1;

  Mark and(Mark other) {
    return new Mark(causes.and(other.causes), Math.max(recordedAt, other.recordedAt));
  }

  BytesOut write(BytesOut out) {
    return out.raw(SCHEMA).raw(causes.bits()).number(recordedAt);
  }

  static Mark read(BytesIn in) {
    int schema = in.raw();
    if (schema != SCHEMA) {
      throw new IllegalStateException("mark of version " + schema + ", but 1 is known");
    }
    return new Mark(new Causes(in.raw()), in.number());
  }
}
