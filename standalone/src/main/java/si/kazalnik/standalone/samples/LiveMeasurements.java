package si.kazalnik.standalone.samples;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import si.kazalnik.contract.catalogue.Catalogue;
import si.kazalnik.contract.catalogue.Provider;
import si.kazalnik.contract.catalogue.Series;

/** Publishes a measurement every few seconds, as if the city's systems were at work. */
public final class LiveMeasurements implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(LiveMeasurements.class);
  private static final Duration PAUSE = Duration.ofSeconds(3);

  private record Kind(String series, int least, int most) {}

  /** Applications far more often than the rest. */
  private static final List<Kind> KINDS =
      List.of(
          new Kind("e-services.applications", 1, 4),
          new Kind("e-services.applications", 1, 4),
          new Kind("e-services.applications", 1, 4),
          new Kind("pobude.reply-days", 2, 14));

  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread made = new Thread(task, "live-measurements");
            made.setDaemon(true);
            return made;
          });
  private final SplittableRandom random = new SplittableRandom();
  private final SamplePublisher publisher;
  private final InstantSource clock;
  private final ZoneId zone;
  private final Map<String, Series> series;
  private final Map<String, Provider> providers;

  private LiveMeasurements(String bootstrapServers, InstantSource clock, Catalogue catalogue) {
    this.publisher = new SamplePublisher(bootstrapServers);
    this.clock = clock;
    this.zone = catalogue.strategy().timeZone();
    this.series =
        catalogue.series().stream().collect(Collectors.toMap(Series::id, Function.identity()));
    this.providers =
        catalogue.providers().stream().collect(Collectors.toMap(Provider::id, Function.identity()));
  }

  /** Begins at once. */
  public static LiveMeasurements start(
      String bootstrapServers, InstantSource clock, Catalogue catalogue) {
    LiveMeasurements live = new LiveMeasurements(bootstrapServers, clock, catalogue);
    var unused =
        live.thread.scheduleWithFixedDelay(
            live::publishOne, 0, PAUSE.toMillis(), TimeUnit.MILLISECONDS);
    return live;
  }

  // What is thrown would end the repetition for good.
  private void publishOne() {
    try {
      Kind kind = KINDS.get(random.nextInt(KINDS.size()));
      Series of = series.get(kind.series);
      Provider provider = of == null ? null : providers.get(of.provider());
      if (of != null && provider != null) {
        publisher.publish(sample(kind, of, provider));
        publisher.flush();
      }
    } catch (RuntimeException e) {
      log.warn("a live measurement could not be published: {}", e.toString());
    }
  }

  private Sample sample(Kind kind, Series of, Provider provider) {
    Map<String, String> dimensions = new TreeMap<>();
    for (Series.Dimension dimension : of.dimensions()) {
      List<String> values = dimension.values();
      dimensions.put(dimension.name(), values.get(random.nextInt(values.size())));
    }
    OffsetDateTime now = clock.instant().atZone(zone).toOffsetDateTime();
    return new Sample(
        "live/" + UUID.randomUUID(),
        now.toInstant(),
        provider.id(),
        provider.sources().get(0),
        of.id(),
        null,
        now.toString(),
        null,
        BigDecimal.valueOf(random.nextInt(kind.least, kind.most + 1)),
        of.unit(),
        dimensions,
        null);
  }

  @Override
  public void close() {
    thread.shutdownNow();
    publisher.close();
  }
}
