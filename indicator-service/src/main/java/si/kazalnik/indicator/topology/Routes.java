package si.kazalnik.indicator.topology;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import si.kazalnik.contract.ContractJson;
import si.kazalnik.contract.catalogue.CataloguePublication;

/** Where stage one sends what, and what it still has to send after a catalogue has changed. */
final class Routes {

  private static final Bytes KEY = Bytes.wrap("routes".getBytes(StandardCharsets.UTF_8));
  private static final int SCHEMA = 2;

  private final KeyValueStore<Bytes, byte[]> store;
  private @Nullable Routing routing;
  private Backfill backfill;

  Routes(KeyValueStore<Bytes, byte[]> store) {
    this.store = store;
    byte[] stored = store.get(KEY);
    if (stored == null) {
      backfill = Backfill.NONE;
    } else {
      Content content = ContractJson.read(BytesIn.versioned(stored, SCHEMA).rest(), Content.class);
      routing = content.routing();
      backfill = content.backfill();
    }
  }

  /** The routing in force, or null before the first catalogue. */
  @Nullable Routing routing() {
    return routing;
  }

  Backfill backfill() {
    return backfill;
  }

  /** The catalogue for which everything is sent, or 0. */
  long sent() {
    return routing == null || !backfill.isDone() ? 0 : routing.sequence();
  }

  /** Takes a catalogue; one that is known already, or older, changes nothing. */
  void take(CataloguePublication publication) {
    if (routing == null || publication.sequence() > routing.sequence()) {
      Routing next = Routing.after(routing, publication.sequence(), publication.catalogue());
      backfill = backfill.onto(next);
      keep(next);
    }
  }

  void go(Backfill further) {
    backfill = further;
    if (routing != null) {
      keep(routing);
    }
  }

  private void keep(Routing now) {
    routing = now;
    store.put(
        KEY, new BytesOut().raw(SCHEMA).raw(ContractJson.write(new Content(now, backfill))).done());
  }

  private record Content(Routing routing, Backfill backfill) {}
}
