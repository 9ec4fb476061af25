package si.kazalnik.indicator.domain.target;

import org.jspecify.annotations.Nullable;
import si.kazalnik.contract.Bounds;

/**
 * What a target says about one period.
 *
 * @param kind how the period is judged
 * @param expected what applies on its last day; null where it is not due or has no target
 * @param target the first point at or after it, else the last; a quota's value; null as above
 */
public record Expectation(Kind kind, @Nullable Bounds expected, @Nullable Bounds target) {

  /** How a period is judged. */
  public enum Kind {
    /** Not at all: there is no target. */
    NO_TARGET,
    /** Not at all: the target says nothing about this period. */
    NOT_DUE,
    /** On a dated point, or as a quota: met or missed. */
    POINT,
    /** Between points, or held after the last: on track, at risk, off track. */
    BETWEEN
  }

  static final Expectation NO_TARGET = new Expectation(Kind.NO_TARGET, null, null);
  static final Expectation NOT_DUE = new Expectation(Kind.NOT_DUE, null, null);

  /** Whether there is something to judge against. */
  public boolean isDue() {
    return expected != null;
  }
}
