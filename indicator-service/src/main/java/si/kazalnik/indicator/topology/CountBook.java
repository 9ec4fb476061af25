package si.kazalnik.indicator.topology;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import si.kazalnik.indicator.domain.identity.Judgement;

/** What became of each provider's events, counted in state, so that no crash loses a count. */
final class CountBook {

  private final KeyValueStore<Bytes, byte[]> store;
  private final Map<String, ProviderCounts> counts = new TreeMap<>();

  CountBook(KeyValueStore<Bytes, byte[]> store) {
    this.store = store;
    try (KeyValueIterator<Bytes, byte[]> all = store.all()) {
      while (all.hasNext()) {
        KeyValue<Bytes, byte[]> each = all.next();
        String provider = new String(each.key.get(), StandardCharsets.UTF_8);
        counts.put(provider, ProviderCounts.of(each.value));
      }
    }
  }

  void count(String provider, Judgement judgement) {
    ProviderCounts one =
        switch (judgement) {
          case APPLIED -> new ProviderCounts(1, 0, 0);
          case DUPLICATE -> new ProviderCounts(0, 1, 0);
          case SUPERSEDED -> new ProviderCounts(0, 0, 1);
        };
    ProviderCounts now = counts.getOrDefault(provider, ProviderCounts.NONE).plus(one);
    counts.put(provider, now);
    store.put(Bytes.wrap(provider.getBytes(StandardCharsets.UTF_8)), now.bytes());
  }

  /** A copy of the counts by provider. */
  Map<String, ProviderCounts> all() {
    return new TreeMap<>(counts);
  }
}
