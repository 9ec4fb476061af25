package si.kazalnik.indicator.domain.summary;

import java.util.EnumSet;
import java.util.Set;
import si.kazalnik.contract.catalogue.Input;
import si.kazalnik.contract.catalogue.Series.Keep;

/** What is kept beside the usual summaries, which only some aggregates need. */
public record Kept(boolean keys, boolean values) {

  /** Nothing. */
  public static final Kept NOTHING = new Kept(false, false);

  /** What a series says that it keeps. */
  public static Kept of(Set<Keep> keep) {
    return new Kept(keep.contains(Keep.DISTINCT), keep.contains(Keep.QUANTILES));
  }

  /** What an input needs. */
  public static Kept of(Input input) {
    return switch (input.aggregate()) {
      case DISTINCT -> of(EnumSet.of(Keep.DISTINCT));
      case PERCENTILE -> of(EnumSet.of(Keep.QUANTILES));
      default -> NOTHING;
    };
  }

  /** What either keeps. */
  public Kept and(Kept other) {
    return new Kept(keys || other.keys, values || other.values);
  }

  /** Whether it is enough for what the other needs. */
  public boolean suffices(Kept other) {
    return (keys || !other.keys) && (values || !other.values);
  }
}
