package si.kazalnik.indicator.topology;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.serialization.BytesSerializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import si.kazalnik.contract.ContractJson;
import si.kazalnik.contract.Deviation;
import si.kazalnik.indicator.domain.deviation.DataDeviations;
import si.kazalnik.indicator.domain.deviation.Overdue;

/** Stage three, keyed by provider: all that is overdue of a provider is one deviation. */
final class StageThree implements Stage.Work<String> {

  private static final int SCHEMA = 1;

  private final TopologySettings settings;
  private final KeyValueStore<Bytes, byte[]> overdue;
  private final KeyValueStore<Bytes, byte[]> deviations;
  private final Marks changed;
  private final Outlet outlet;

  StageThree(TopologySettings settings, ProcessorContext<String, byte[]> context) {
    this.settings = settings;
    overdue = Stored.OVERDUE.in(context);
    deviations = Stored.PROVIDERS.in(context);
    changed = new Marks(Stored.CHANGED_PROVIDERS.in(context));
    outlet = new Outlet(context);
  }

  @Override
  public void take(Record<String, byte[]> message) {
    OverdueInputs taken = ContractJson.read(message.value(), OverdueInputs.class);
    Bytes key = Bytes.wrap(new BytesOut().id(message.key()).id(taken.indicator()).done());
    if (taken.overdue().isEmpty()) {
      overdue.delete(key);
    } else {
      overdue.put(key, new BytesOut().raw(SCHEMA).raw(message.value()).done());
    }
    changed.set(new BytesOut().id(message.key()).text(taken.catalogue()).done(), Mark.AGAIN);
  }

  @Override
  public void tick() {
    Instant now = settings.clock().instant();
    for (Bytes key : changed.keys()) {
      BytesIn in = new BytesIn(key.get());
      check(in.id(), in.text(), now);
      changed.remove(key);
    }
  }

  private void check(String provider, String catalogue, Instant now) {
    Bytes key = Bytes.wrap(new BytesOut().id(provider).done());
    byte[] stored = deviations.get(key);
    Deviation last =
        stored == null
            ? null
            : ContractJson.read(BytesIn.versioned(stored, SCHEMA).rest(), Deviation.class);
    DataDeviations.next(provider, last, overdueOf(key), now, catalogue)
        .ifPresent(
            next -> {
              byte[] json = ContractJson.write(next);
              deviations.put(key, new BytesOut().raw(SCHEMA).raw(json).done());
              outlet.send(next.id(), json);
            });
  }

  private List<Overdue> overdueOf(Bytes provider) {
    List<Overdue> all = new ArrayList<>();
    try (KeyValueIterator<Bytes, byte[]> found =
        overdue.prefixScan(provider, new BytesSerializer())) {
      found.forEachRemaining(
          each ->
              all.addAll(
                  ContractJson.read(
                          BytesIn.versioned(each.value, SCHEMA).rest(), OverdueInputs.class)
                      .overdue()));
    }
    return all;
  }
}
