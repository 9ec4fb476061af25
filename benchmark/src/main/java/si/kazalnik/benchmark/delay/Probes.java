package si.kazalnik.benchmark.delay;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.HdrHistogram.Histogram;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import si.kazalnik.benchmark.city.Load;
import si.kazalnik.benchmark.ours.Services;
import tools.jackson.databind.JsonNode;

/**
 * Events whose values are watched in the API. Those of one series have identities that lie in one
 * partition, so that they keep their order: where the API counts n of them, it has the first n.
 */
final class Probes {
  static final double PER_SECOND = 20;

  private static final int[] PARTITION_OF_SERIES = {0, 7};
  private static final int PARTITIONS = 12;
  private static final long POLL_MILLIS = 10;
  private static final long PATIENCE_NANOS = TimeUnit.MINUTES.toNanos(3);

  private final Services services;
  private final List<List<Load.Event>> events = new ArrayList<>();
  private final int[] sent = new int[PARTITION_OF_SERIES.length];
  private final int[] seen = new int[PARTITION_OF_SERIES.length];
  private final List<AtomicReferenceArray<Long>> dues = new ArrayList<>();

  /** Room for that many. */
  Probes(Services services, int room) {
    this.services = services;
    for (int series = 0; series < PARTITION_OF_SERIES.length; series++) {
      events.add(new ArrayList<>());
      dues.add(new AtomicReferenceArray<>(room));
      for (int n = 0; events.get(series).size() < room; n++) {
        String measurement = "probe-" + series + "-" + n;
        Load.Event event =
            Load.event(measurement, Load.observation("probe-" + series, Instant.now(), "1"));
        if (BuiltInPartitioner.partitionForKey(event.key(), PARTITIONS)
            == PARTITION_OF_SERIES[series]) {
          events.get(series).add(event);
        }
      }
    }
  }

  static String series() {
    StringBuilder yaml = new StringBuilder();
    for (int n = 0; n < PARTITION_OF_SERIES.length; n++) {
      yaml.append(
          "  - {id: probe-" + n + ", provider: bench, title: {sl: p, en: p}, unit: items}\n");
    }
    return yaml.toString();
  }

  static String indicators() {
    StringBuilder yaml = new StringBuilder();
    for (int n = 0; n < PARTITION_OF_SERIES.length; n++) {
      yaml.append(
          ("  - {id: probe-N, title: {sl: p, en: p}, measures: [measure], owner: office, unit:"
                  + " items, polarity: NONE, inputs: {a: {series: probe-N, aggregate: COUNT, window:"
                  + " SINCE_START}}, reporting: {frequency: YEAR}, target: none}\n")
              .replace("N,", n + ","));
    }
    return yaml.toString();
  }

  /** The next one; called by one thread. */
  Load.Event next(int n, long dueNanos) {
    int series = n % PARTITION_OF_SERIES.length;
    int place = sent[series]++;
    dues.get(series).set(place, dueNanos);
    return events.get(series).get(place);
  }

  /** Watches until that many more are visible. */
  Histogram watch(int count) throws IOException, InterruptedException {
    Histogram delays = new Histogram(3);
    long deadline = System.nanoTime() + PATIENCE_NANOS;
    while (delays.getTotalCount() < count) {
      for (int series = 0; series < PARTITION_OF_SERIES.length; series++) {
        int visible = visible(series);
        long now = System.nanoTime();
        for (; seen[series] < visible; seen[series]++) {
          Long due = dues.get(series).get(seen[series]);
          if (due == null) {
            throw new IllegalStateException("more probes are visible than were sent");
          }
          delays.recordValue(now - due);
        }
      }
      if (System.nanoTime() > deadline) {
        throw new IllegalStateException(
            "of " + count + " probes " + delays.getTotalCount() + " are visible");
      }
      Thread.sleep(POLL_MILLIS);
    }
    return delays;
  }

  private int visible(int series) throws IOException, InterruptedException {
    JsonNode values = services.api("/v1/indicators/probe-" + series + "/values").get("values");
    if (values.isEmpty()) {
      return 0;
    }
    JsonNode value = values.get(values.size() - 1).get("value");
    return value.isNull() ? 0 : Integer.parseInt(value.asString());
  }
}
