package si.kazalnik.indicator.domain.identity;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import si.kazalnik.contract.AcceptedMeasurement;
import si.kazalnik.contract.EventType;

/**
 * What decides between events of one identity: the highest revision wins; at equal revision
 * withdrawn beats corrected beats completed beats recorded; then the greater content.
 *
 * @param revision 1 or more
 * @param type what the event says
 * @param contentHash SHA-256 of the canonical content, 64 lower-case hexadecimal digits
 */
public record Version(long revision, EventType type, String contentHash)
    implements Comparable<Version> {

  private static final Comparator<Version> ORDER =
      Comparator.comparingLong(Version::revision)
          .thenComparing(Version::type)
          .thenComparing(Version::contentHash);

  /** The version that the event carries. */
  public static Version of(AcceptedMeasurement event) {
    return new Version(event.revision(), event.type(), event.contentHash());
  }

  /**
   * Judges this event at its arrival.
   *
   * @param winner the identity's winner so far, or null where it is unknown
   */
  public Judgement against(@Nullable Version winner) {
    if (winner == null) {
      return Judgement.APPLIED;
    }
    int order = compareTo(winner);
    if (order == 0) {
      return Judgement.DUPLICATE;
    }
    return order > 0 ? Judgement.APPLIED : Judgement.SUPERSEDED;
  }

  @Override
  public int compareTo(Version other) {
    return ORDER.compare(this, other);
  }
}
