package si.kazalnik.indicator.topology;

/**
 * What became of one provider's accepted events. Each is counted once: {@link #accepted()} is the
 * sum of the three.
 *
 * @param applied won against what was known
 * @param duplicate equal to what was known
 * @param superseded beaten by what was known
 */
public record ProviderCounts(long applied, long duplicate, long superseded) {

  /** Nothing yet. */
  public static final ProviderCounts NONE = new ProviderCounts(0, 0, 0);

  private static final int SCHEMA = 1;

  /** All events taken from {@code measurements}. */
  public long accepted() {
    return applied + duplicate + superseded;
  }

  ProviderCounts plus(ProviderCounts other) {
    return new ProviderCounts(
        applied + other.applied, duplicate + other.duplicate, superseded + other.superseded);
  }

  byte[] bytes() {
    return new BytesOut().raw(SCHEMA).number(applied).number(duplicate).number(superseded).done();
  }

  static ProviderCounts of(byte[] bytes) {
    BytesIn in = BytesIn.versioned(bytes, SCHEMA);
    return new ProviderCounts(in.number(), in.number(), in.number());
  }
}
