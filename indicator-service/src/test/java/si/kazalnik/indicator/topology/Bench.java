package si.kazalnik.indicator.topology;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.jspecify.annotations.Nullable;
import si.kazalnik.contract.AcceptedMeasurement;
import si.kazalnik.contract.ContractJson;
import si.kazalnik.contract.Deviation;
import si.kazalnik.contract.IndicatorValue;
import si.kazalnik.contract.Topics;
import si.kazalnik.contract.catalogue.Catalogue;
import si.kazalnik.contract.catalogue.CataloguePublication;
import si.kazalnik.service.clock.ServiceClock;

/** The topology with one partition of each topic, a set clock, and hands to feed it. */
final class Bench implements AutoCloseable {

  private static final Topics TOPICS = new Topics("");
  private static final Duration FLUSH = Duration.ofMillis(100);

  private final ServiceClock clock;
  private final TopologyTestDriver driver;
  private final TestInputTopic<String, byte[]> measurements;
  private final TestInputTopic<String, byte[]> controlOne;
  private final TestInputTopic<String, byte[]> controlTwo;
  private final TestOutputTopic<String, byte[]> values;
  private final TestOutputTopic<String, byte[]> progress;
  private final TestOutputTopic<String, byte[]> deviations;
  private final List<IndicatorValue> published = new ArrayList<>();
  private final List<Deviation> told = new ArrayList<>();
  private final List<String> forgotten = new ArrayList<>();
  private final Map<String, List<KeyValue<String, byte[]>>> log = new TreeMap<>();
  private Progress newest = new Progress(1, 0, Map.of(), 0, "", 0, false, null, Map.of(), 0);
  private long sent;
  private long sequence;

  Bench(Path folder, String now, Duration grace) {
    this(folder, now, grace, Earlier.NOTHING);
  }

  Bench(Path folder, String now, Duration grace, Earlier earlier) {
    this(folder, now, grace, earlier, Turn.endless());
  }

  Bench(Path folder, String now, Duration grace, Earlier earlier, Turn turn) {
    clock = ServiceClock.standingAt(Instant.parse(now));
    TopologySettings settings =
        new TopologySettings(
            TOPICS,
            1,
            FLUSH,
            0,
            50,
            clock,
            (since, at) -> !since.plus(grace).isAfter(at),
            earlier,
            turn,
            Generation.FIRST);
    Properties properties = new Properties();
    properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "bench");
    properties.put(StreamsConfig.STATE_DIR_CONFIG, folder.toString());
    driver = new TopologyTestDriver(IndicatorTopology.of(settings), properties);
    measurements = in(TOPICS.measurements());
    controlOne = in(TOPICS.controlMeasurements());
    controlTwo = in(TOPICS.controlIndicators());
    values = out(TOPICS.indicatorValues());
    progress = out(settings.progress());
    deviations = out(TOPICS.deviations());
  }

  private TestInputTopic<String, byte[]> in(String topic) {
    return driver.createInputTopic(topic, new StringSerializer(), new ByteArraySerializer());
  }

  private TestOutputTopic<String, byte[]> out(String topic) {
    return driver.createOutputTopic(topic, new StringDeserializer(), new ByteArrayDeserializer());
  }

  void publish(Catalogue catalogue) {
    announce(catalogue);
    settle();
  }

  /** Publishes without waiting for what comes of it. */
  void announce(Catalogue catalogue) {
    byte[] publication = announceToStageOne(catalogue);
    controlTwo.pipeInput("town", publication);
  }

  /** The same where the other topic is late: what is to be given to stage two afterwards. */
  byte[] announceToStageOne(Catalogue catalogue) {
    sequence++;
    byte[] publication =
        ContractJson.write(
            new CataloguePublication(
                CataloguePublication.SCHEMA,
                sequence,
                clock.instant(),
                CataloguePublication.Origin.PUT,
                catalogue));
    controlOne.pipeInput("town", publication);
    return publication;
  }

  void announceToStageTwo(byte[] publication) {
    controlTwo.pipeInput("town", publication);
  }

  /** Sends events without waiting for what comes of them. */
  void send(AcceptedMeasurement... events) {
    for (AcceptedMeasurement each : events) {
      sent++;
      measurements.pipeInput(each.identity(), ContractJson.write(each));
    }
  }

  void sendUnreadable(String text) {
    sendBytes(text.getBytes(StandardCharsets.UTF_8));
  }

  void sendBytes(byte @Nullable [] value) {
    measurements.pipeInput("x", value);
  }

  /** Sends events and waits until all that comes of them is out. */
  void take(AcceptedMeasurement... events) {
    send(events);
    settle();
  }

  void moveTo(String now) {
    clock.moveTo(Instant.parse(now));
    settle();
  }

  /** Moves the clock without letting any time pass for what is to be done then. */
  void jumpTo(String now) {
    clock.moveTo(Instant.parse(now));
  }

  /** Lets that many pauses pass, whatever comes of them. */
  void pass(int pauses) {
    passUntil(pauses, () -> false);
  }

  /** Lets pauses pass, at most so many, until that holds. */
  void passUntil(int most, BooleanSupplier holds) {
    for (int n = 0; n < most && !holds.getAsBoolean(); n++) {
      driver.advanceWallClockTime(FLUSH);
      collect();
    }
  }

  /** Lets as many pauses pass as it takes until nothing more comes. */
  void settle() {
    for (int quiet = 0; quiet < 3; ) {
      driver.advanceWallClockTime(FLUSH);
      quiet = collect() ? 0 : quiet + 1;
    }
  }

  private boolean collect() {
    boolean any = false;
    for (KeyValue<String, byte[]> each : values.readKeyValuesToList()) {
      log(TOPICS.indicatorValues(), each);
      published.add(ContractJson.read(each.value, IndicatorValue.class));
      any = true;
    }
    for (byte[] each : progress.readValuesToList()) {
      newest = ContractJson.read(each, Progress.class);
      any = true;
    }
    for (KeyValue<String, byte[]> each : deviations.readKeyValuesToList()) {
      log(TOPICS.deviations(), each);
      if (each.value == null) {
        forgotten.add(each.key);
      } else {
        told.add(ContractJson.read(each.value, Deviation.class));
      }
      any = true;
    }
    return any;
  }

  private void log(String topic, KeyValue<String, byte[]> record) {
    log.computeIfAbsent(topic, any -> new ArrayList<>()).add(record);
  }

  /** What another computation finds that begins after this one. */
  Earlier asEarlier() {
    return new Earlier() {
      @Override
      public Optional<Map<Integer, Long>> ends(String topic) {
        long end;
        if (topic.equals(TOPICS.measurements())) {
          end = sent;
        } else if (topic.equals(TOPICS.controlIndicators())) {
          end = sequence;
        } else {
          end = log.getOrDefault(topic, List.of()).size();
        }
        return Optional.of(end == 0 ? Map.of() : Map.of(0, end));
      }

      @Override
      public long read(Seeding.Place place, BiConsumer<String, byte @Nullable []> reader) {
        KeyValue<String, byte[]> next =
            log.getOrDefault(place.topic(), List.of()).get(Math.toIntExact(place.next()));
        reader.accept(next.key, next.value);
        return place.next() + 1;
      }
    };
  }

  /** The latest revision of the period. */
  IndicatorValue latest(String indicator, String period) {
    return revisions(indicator, period).stream()
        .reduce((a, b) -> b)
        .orElseThrow(() -> new AssertionError(indicator + " has no " + period));
  }

  /** Each revision of the period, as it was published last. */
  List<IndicatorValue> revisions(String indicator, String period) {
    return revisions(indicator, period, Map.of());
  }

  /** Each revision of a cell's period, as it was published last. */
  List<IndicatorValue> revisions(String indicator, String period, Map<String, String> dimensions) {
    Map<String, IndicatorValue> byKey = new LinkedHashMap<>();
    for (IndicatorValue each : published) {
      if (each.indicator().equals(indicator)
          && each.period().equals(period)
          && each.dimensions().equals(dimensions)) {
        byKey.put(each.key(), each);
      }
    }
    return List.copyOf(byKey.values());
  }

  /** All periods of the indicator that were published, in order. */
  List<String> periods(String indicator) {
    return published.stream()
        .filter(each -> each.indicator().equals(indicator))
        .map(IndicatorValue::period)
        .distinct()
        .sorted()
        .toList();
  }

  /** The latest revision of every period and tuple, by its name. */
  Map<String, IndicatorValue> state() {
    Map<String, IndicatorValue> state = new TreeMap<>();
    for (IndicatorValue each : published) {
      state.put(each.indicator() + ' ' + each.period() + ' ' + each.dimensions(), each);
    }
    return state;
  }

  /** How often anything was published. */
  int publications() {
    return published.size();
  }

  List<Deviation> deviations() {
    return List.copyOf(told);
  }

  /** Ids of deviations of which a tombstone came. */
  List<String> forgotten() {
    return List.copyOf(forgotten);
  }

  Progress progress() {
    return newest;
  }

  /** The counts of the one provider; every event sent is in exactly one of them. */
  ProviderCounts balance() {
    ProviderCounts counts = newest.counts().getOrDefault("p", ProviderCounts.NONE);
    if (counts.accepted() != sent) {
      throw new AssertionError(counts + " are not the " + sent + " that were sent");
    }
    return counts;
  }

  @Override
  public void close() {
    driver.close();
  }
}
