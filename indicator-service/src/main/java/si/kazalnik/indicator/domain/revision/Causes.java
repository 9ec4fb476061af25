package si.kazalnik.indicator.domain.revision;

import org.jspecify.annotations.Nullable;
import si.kazalnik.contract.EventType;
import si.kazalnik.contract.RevisionCause;

/**
 * What happened to a period since it was last evaluated, as a set that fits into a stored number.
 *
 * @param bits one for each {@link RevisionCause}, the first that applies lowest; above them whether
 *     they may have been told
 */
public record Causes(int bits) {

  private static final int MAY_BE_TOLD = 32;

  /** Nothing but the clock. */
  public static final Causes NONE = new Causes(0);

  /** That cause alone. */
  public static Causes of(RevisionCause cause) {
    return new Causes(bit(cause));
  }

  /** What an applied event of that type does to the periods whose measurements it changes. */
  public static Causes of(EventType applied) {
    return of(
        switch (applied) {
          case RECORDED, COMPLETED -> RevisionCause.LATE;
          case CORRECTED -> RevisionCause.CORRECTION;
          case WITHDRAWN -> RevisionCause.WITHDRAWAL;
        });
  }

  /** Both. */
  public Causes and(Causes other) {
    return new Causes(bits | other.bits);
  }

  /** Whether that one is among them. */
  public boolean holds(RevisionCause cause) {
    return (bits & bit(cause)) != 0;
  }

  /** All but that one. */
  public Causes without(RevisionCause cause) {
    return new Causes(bits & ~bit(cause));
  }

  /**
   * The same, of which some or all may be causes of what has been published: without state, all
   * that ever happened is taken again.
   */
  public Causes thatMayBeTold() {
    return equals(NONE) ? this : new Causes(bits | MAY_BE_TOLD);
  }

  /** Whether some or all may be causes of what has been published. */
  public boolean mayBeTold() {
    return (bits & MAY_BE_TOLD) != 0;
  }

  /** The first that applies, or null where none does. */
  public @Nullable RevisionCause first() {
    for (RevisionCause cause : RevisionCause.values()) {
      if ((bits & bit(cause)) != 0) {
        return cause;
      }
    }
    return null;
  }

  private static int bit(RevisionCause cause) {
    return switch (cause) {
      case DEFINITION -> 1;
      case WITHDRAWAL -> 2;
      case CORRECTION -> 4;
      case COVERAGE -> 8;
      case LATE -> 16;
    };
  }
}
