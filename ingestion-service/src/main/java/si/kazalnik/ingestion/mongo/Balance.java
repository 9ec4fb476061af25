package si.kazalnik.ingestion.mongo;

import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import si.kazalnik.contract.LedgerEntry;
import si.kazalnik.contract.RejectionCode;

/**
 * What became of each provider's events: sums over ledger entries, so that {@code received =
 * accepted + rejected} for every provider. Unchanging.
 *
 * @param providers by id
 */
public record Balance(Map<String, OfProvider> providers) {

  /** Nothing received. */
  public static final Balance EMPTY = new Balance(Map.of());

  public Balance {
    providers = Map.copyOf(providers);
  }

  /**
   * One provider's events.
   *
   * @param received {@code accepted + rejected}
   * @param codes how many were rejected for which reason; only reasons that occurred
   */
  public record OfProvider(
      long received, long accepted, long rejected, Map<RejectionCode, Long> codes) {

    /** Nothing received. */
    public static final OfProvider NOTHING = new OfProvider(0, 0, 0, Map.of());

    OfProvider plus(OfProvider other) {
      Map<RejectionCode, Long> sum = new EnumMap<>(RejectionCode.class);
      sum.putAll(codes);
      other.codes.forEach((code, count) -> sum.merge(code, count, Long::sum));
      return new OfProvider(
          received + other.received, accepted + other.accepted, rejected + other.rejected, sum);
    }
  }

  Balance plus(LedgerEntry entry) {
    OfProvider more =
        new OfProvider(entry.received(), entry.accepted(), entry.rejected(), entry.codes());
    return plus(new Balance(Map.of(entry.provider(), more)));
  }

  Balance plus(Balance other) {
    Map<String, OfProvider> sum = new TreeMap<>(providers);
    other.providers.forEach((id, more) -> sum.merge(id, more, OfProvider::plus));
    return new Balance(sum);
  }

  /** That provider's events, none where it is unknown. */
  public OfProvider of(String provider) {
    return providers.getOrDefault(provider, OfProvider.NOTHING);
  }
}
