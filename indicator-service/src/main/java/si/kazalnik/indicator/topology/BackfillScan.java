package si.kazalnik.indicator.topology;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import si.kazalnik.indicator.domain.summary.Cell;

/** Sends what is there of a series to indicators that have begun to use it, in chunks. */
final class BackfillScan {

  /** Sends one cell's summary to an indicator. */
  interface Sender {
    void send(String indicator, long since, Cell cell, byte[] summary);
  }

  private final Routes routes;
  private final KeyValueStore<Bytes, byte[]> summaries;
  private final Sender sender;

  BackfillScan(Routes routes, KeyValueStore<Bytes, byte[]> summaries, Sender sender) {
    this.routes = routes;
    this.summaries = summaries;
    this.sender = sender;
  }

  /** Goes on by about as many messages as there is room for. */
  void go(int room) {
    int left = room;
    Routing routing = routes.routing();
    while (routing != null && left > 0 && !routes.backfill().isDone()) {
      Map.Entry<String, Backfill.Scan> first =
          routes.backfill().series().entrySet().iterator().next();
      left -= go(routing, first.getKey(), first.getValue(), left) + 1;
    }
  }

  private int go(Routing routing, String series, Backfill.Scan scan, int room) {
    byte[] from = new BytesOut().id(series).done();
    byte[] to = CellKeys.after(from);
    byte[] last = HexFormat.of().parseHex(scan.after());
    int sent = 0;
    try (KeyValueIterator<Bytes, byte[]> cells =
        summaries.range(Bytes.wrap(last.length == 0 ? from : next(last)), Bytes.wrap(to))) {
      while (cells.hasNext() && sent < room) {
        KeyValue<Bytes, byte[]> each = cells.next();
        last = each.key.get();
        Cell cell = CellKeys.of(last);
        for (String indicator : scan.indicators()) {
          sender.send(indicator, routing.since(series, indicator), cell, each.value);
          sent++;
        }
      }
      boolean more = cells.hasNext() && sent > 0;
      routes.go(
          routes
              .backfill()
              .with(
                  series,
                  more
                      ? new Backfill.Scan(scan.indicators(), HexFormat.of().formatHex(last))
                      : null));
    }
    return sent;
  }

  /** The least key after that one. */
  private static byte[] next(byte[] key) {
    return Arrays.copyOf(key, key.length + 1);
  }
}
