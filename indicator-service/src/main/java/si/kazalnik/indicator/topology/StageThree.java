package si.kazalnik.indicator.topology;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.serialization.BytesSerializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
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
  private final KeyValueStore<Bytes, byte[]> ends;
  private final Remembrance remembrance = new Remembrance();
  private final Marks changed;
  private final Outlet outlet;
  private final Seeding seeding;
  private final Marks heard;

  StageThree(TopologySettings settings, ProcessorContext<String, byte[]> context) {
    this.settings = settings;
    overdue = Stored.OVERDUE.in(context);
    deviations = Stored.PROVIDERS.in(context);
    ends = Stored.PROVIDERS_ENDED.in(context);
    changed = new Marks(Stored.CHANGED_PROVIDERS.in(context));
    outlet = new Outlet(context);
    int partition = context.taskId().partition();
    seeding =
        new Seeding(
            Stored.PROVIDER_SEEDING.in(context),
            settings.earlier(),
            this::plan,
            (topic, id, value) -> takeOver(partition, value));
    heard = new Marks(Stored.HEARD.in(context));
  }

  private Optional<Seeding.Plan> plan() {
    String topic = settings.topics().deviations();
    return settings
        .earlier()
        .ends(topic)
        .map(ends -> new Seeding.Plan(Seeding.places(topic, ends), Map.of(), null));
  }

  // A provider's deviations lie beside those of indicators, by another key than this stage's.
  private void takeOver(int partition, byte @Nullable [] value) {
    if (value == null) {
      return;
    }
    Deviation deviation = ContractJson.read(value, Deviation.class);
    String provider = deviation.provider();
    if (provider == null || IndicatorPartitions.of(provider, settings.partitions()) != partition) {
      return;
    }
    Deviation last = last(provider);
    if (last == null || !last.openedAt().isAfter(deviation.openedAt())) {
      keep(provider, deviation);
      // What it waited for may have come meanwhile, and then nothing is told of it.
      changed.set(new BytesOut().id(provider).text(deviation.catalogue()).done(), Mark.AGAIN);
    }
  }

  @Override
  public void take(Record<String, byte[]> message) {
    if (message.key().equals(Outlet.TO_ALL)) {
      heard.set(message.value(), Mark.AGAIN);
      return;
    }
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
    if (!seeding.isDone() && settings.turn().goesOn()) {
      seeding.go();
    }
    if (!hasHeardAll()) {
      return;
    }
    Instant now = settings.clock().instant();
    for (Bytes key : changed.keys()) {
      BytesIn in = new BytesIn(key.get());
      check(in.id(), in.text(), now);
      changed.remove(key);
    }
    forget(now);
  }

  // What was told earlier is compared with what every indicator waits for, not with some of it.
  private boolean hasHeardAll() {
    return seeding.isDone()
        && (!seeding.foundAnything() || heard.keys().size() == settings.partitions());
  }

  private void check(String provider, String catalogue, Instant now) {
    DataDeviations.next(provider, last(provider), overdueOf(key(provider)), now, catalogue)
        .ifPresent(
            next -> {
              keep(provider, next);
              outlet.send(next.id(), ContractJson.write(next));
            });
  }

  private @Nullable Deviation last(String provider) {
    byte[] stored = deviations.get(key(provider));
    return stored == null
        ? null
        : ContractJson.read(BytesIn.versioned(stored, SCHEMA).rest(), Deviation.class);
  }

  private void keep(String provider, Deviation deviation) {
    deviations.put(
        key(provider), new BytesOut().raw(SCHEMA).raw(ContractJson.write(deviation)).done());
    Bytes end = Bytes.wrap(new BytesOut().id(provider).text(deviation.id()).done());
    Instant resolvedAt = deviation.resolvedAt();
    if (resolvedAt == null) {
      ends.delete(end);
    } else {
      ends.put(end, new BytesOut().raw(SCHEMA).fixedLong(resolvedAt.toEpochMilli()).done());
    }
  }

  /** Says of what ended long ago that it is no more. */
  private void forget(Instant now) {
    if (!remembrance.isTime(now)) {
      return;
    }
    long since = Remembrance.since(now).toEpochMilli();
    List<Bytes> old = new ArrayList<>();
    try (KeyValueIterator<Bytes, byte[]> all = ends.all()) {
      while (all.hasNext()) {
        KeyValue<Bytes, byte[]> each = all.next();
        if (BytesIn.versioned(each.value, SCHEMA).fixedLong() < since) {
          old.add(each.key);
        }
      }
    }
    for (Bytes each : old) {
      ends.delete(each);
      BytesIn in = new BytesIn(each.get());
      String provider = in.id();
      String id = in.text();
      Deviation last = last(provider);
      if (last != null && last.id().equals(id)) {
        deviations.delete(key(provider));
      }
      outlet.sendEnd(id);
    }
  }

  private static Bytes key(String provider) {
    return Bytes.wrap(new BytesOut().id(provider).done());
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
