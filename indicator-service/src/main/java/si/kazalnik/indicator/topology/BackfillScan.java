package si.kazalnik.indicator.topology;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import si.kazalnik.indicator.domain.summary.Cell;
import si.kazalnik.indicator.domain.summary.DaySummary;
import si.kazalnik.indicator.domain.summary.SummaryCodec;

/** Sends what is there of a series to indicators that have begun to use it, in chunks. */
final class BackfillScan {

  /** Sends one cell's summary to an indicator. */
  interface Sender {
    void send(String indicator, Routing.Use use, Cell cell, byte[] summary);
  }

  // Of cells with many keys or values, few are held at a time.
  private static final int AT_A_TIME = 256;

  private final Turn turn;
  private final Routes routes;
  private final KeyValueStore<Bytes, byte[]> summaries;
  private final MeasurementBook book;
  private final Sender sender;

  BackfillScan(
      Turn turn,
      Routes routes,
      KeyValueStore<Bytes, byte[]> summaries,
      MeasurementBook book,
      Sender sender) {
    this.turn = turn;
    this.routes = routes;
    this.summaries = summaries;
    this.book = book;
    this.sender = sender;
  }

  /** Goes on by about as many messages as there is room for, while there is time. */
  void go(int room) {
    int left = room;
    Routing routing = routes.routing();
    while (routing != null && left > 0 && !routes.backfill().isDone() && turn.goesOn()) {
      Map.Entry<String, Backfill.Scan> first =
          routes.backfill().series().entrySet().iterator().next();
      left -= go(routing, first.getKey(), first.getValue(), left) + 1;
    }
  }

  private int go(Routing routing, String series, Backfill.Scan scan, int room) {
    int most = Math.min(AT_A_TIME, Math.max(1, room / scan.indicators().size()));
    List<KeyValue<Bytes, byte[]>> cells = next(series, scan, most);
    for (KeyValue<Bytes, byte[]> each : cells) {
      Cell cell = CellKeys.of(each.key.get());
      DaySummary summary = book.summary(each.key, each.value, routing.kept(series));
      for (String indicator : scan.indicators()) {
        Routing.Use use = routing.usersOf(series).get(indicator);
        if (use != null) {
          byte[] form = SummaryCodec.write(summary.only(use.needs()));
          sender.send(indicator, use, cell, form);
        }
      }
    }
    Backfill.Scan further =
        cells.size() < most
            ? null
            : new Backfill.Scan(
                scan.indicators(), HexFormat.of().formatHex(cells.get(cells.size() - 1).key.get()));
    routes.go(routes.backfill().with(series, further));
    return cells.size() * scan.indicators().size();
  }

  /** The cells after the one that was sent last. */
  private List<KeyValue<Bytes, byte[]>> next(String series, Backfill.Scan scan, int most) {
    byte[] from = new BytesOut().id(series).done();
    byte[] last = HexFormat.of().parseHex(scan.after());
    // With a zero byte more it is the least key that is greater.
    byte[] start = last.length == 0 ? from : Arrays.copyOf(last, last.length + 1);
    List<KeyValue<Bytes, byte[]>> cells = new ArrayList<>();
    try (KeyValueIterator<Bytes, byte[]> found =
        summaries.range(Bytes.wrap(start), Bytes.wrap(CellKeys.after(from)))) {
      while (found.hasNext() && cells.size() < most) {
        cells.add(found.next());
      }
    }
    return cells;
  }
}
