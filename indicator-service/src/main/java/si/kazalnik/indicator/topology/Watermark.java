package si.kazalnik.indicator.topology;

import java.util.Map;
import java.util.TreeMap;

/**
 * How far one partition of stage one has come: everything before is sent.
 *
 * @param partition of {@code measurements}
 * @param next offset in {@code measurements} after the last record taken
 * @param catalogue sequence of the newest catalogue for which everything is sent, backfill included
 * @param unreadable records of {@code measurements} that could not be read
 * @param counts by provider
 */
record Watermark(
    int partition, long next, long catalogue, long unreadable, Map<String, ProviderCounts> counts) {

  private static final int SCHEMA = 1;

  byte[] bytes() {
    BytesOut out =
        new BytesOut()
            .raw(SCHEMA)
            .number(partition)
            .number(next)
            .number(catalogue)
            .number(unreadable)
            .number(counts.size());
    counts.forEach((provider, count) -> out.id(provider).bytes(count.bytes()));
    return out.done();
  }

  static Watermark of(byte[] bytes) {
    BytesIn in = BytesIn.versioned(bytes, SCHEMA);
    int partition = in.count();
    long next = in.number();
    long catalogue = in.number();
    long unreadable = in.number();
    Map<String, ProviderCounts> counts = new TreeMap<>();
    for (int rest = in.count(); rest > 0; rest--) {
      counts.put(in.id(), ProviderCounts.of(in.bytes()));
    }
    return new Watermark(partition, next, catalogue, unreadable, counts);
  }
}
