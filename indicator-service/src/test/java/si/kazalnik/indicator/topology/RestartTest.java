package si.kazalnik.indicator.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static si.kazalnik.indicator.topology.Events.recorded;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import si.kazalnik.contract.AcceptedMeasurement;
import si.kazalnik.contract.ContractJson;
import si.kazalnik.contract.EventType;
import si.kazalnik.contract.IndicatorValue;
import si.kazalnik.contract.Topics;
import si.kazalnik.contract.catalogue.Catalogue;
import si.kazalnik.contract.catalogue.CataloguePublication;
import si.kazalnik.indicator.domain.revision.Causes;
import si.kazalnik.indicator.domain.summary.DaySummary;
import si.kazalnik.indicator.domain.summary.Kept;
import si.kazalnik.indicator.domain.summary.Placement;
import si.kazalnik.indicator.domain.summary.SummaryCodec;
import si.kazalnik.service.clock.ServiceClock;

/** Stage two on stores that outlive it, as after a restart. */
class RestartTest {

  private static final Topics TOPICS = new Topics("");
  private static final String FEBRUARY = "2025-02-20T12:00:00Z";
  private static final String FIRST = Town.monthly("quota", "SUM", "target: none");
  private static final String SECOND = FIRST.replace("decimals: 0", "decimals: 1");
  private static final AcceptedMeasurement SEVEN = recorded("1", "s", "2025-02-16T10:00:00Z", "7");

  private final ServiceClock clock = ServiceClock.standingAt(Instant.parse(FEBRUARY));

  /**
   * "what the clock has reached is worked off before anything later is let in", though it had taken
   * over an earlier computation and a catalogue waits.
   */
  @Test
  void a_period_closes_with_what_had_come_before_its_closing(
      @TempDir Path old, @TempDir Path folder) {
    try (Bench earlier = new Bench(old, "2025-01-15T12:00:00Z", Duration.ofHours(24))) {
      earlier.publish(Town.with(FIRST));
      earlier.moveTo(FEBRUARY);
      earlier.take(SEVEN);
      MockProcessorContext<String, byte[]> context = context(folder);
      TopologySettings settings = settings(earlier.asEarlier());
      StageTwo two = new StageTwo(settings, context);
      ticks(two);
      control(context, two, 1, FIRST);
      update(context, two, SEVEN);
      watermark(context, two, 1);
      ticks(two);
      control(context, two, 2, SECOND);
      ticks(two);

      StageTwo again = new StageTwo(settings, context);
      clock.moveTo(Instant.parse("2025-03-02T00:00:00Z"));
      ticks(again);
      update(context, again, SEVEN, recorded("2", "s", "2025-02-16T11:00:00Z", "3"));
      ticks(again);
      watermark(context, again, 2);
      ticks(again);

      IndicatorValue closing =
          values(context).stream()
              .filter(each -> each.period().equals("2025-02") && each.revision() == 1)
              .findFirst()
              .orElseThrow();
      assertThat(closing.value()).isEqualTo(new BigDecimal("7"));
    }
  }

  private TopologySettings settings(Earlier earlier) {
    return new TopologySettings(
        TOPICS,
        1,
        Duration.ofMillis(100),
        0,
        50,
        clock,
        (since, at) -> true,
        earlier,
        Turn.endless(),
        Generation.FIRST);
  }

  private static MockProcessorContext<String, byte[]> context(Path folder) {
    Properties properties = new Properties();
    properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "restart");
    MockProcessorContext<String, byte[]> context =
        new MockProcessorContext<>(properties, new TaskId(0, 0), folder.toFile());
    context.setCurrentSystemTimeMs(0);
    Stored.ofStageTwo()
        .forEach(
            each -> {
              KeyValueStore<Bytes, byte[]> store =
                  Stores.keyValueStoreBuilder(
                          Stores.inMemoryKeyValueStore(each.storeName()),
                          Serdes.Bytes(),
                          Serdes.ByteArray())
                      .withLoggingDisabled()
                      .build();
              store.init(context.getStateStoreContext(), store);
              context.addStateStore(store);
            });
    return context;
  }

  private static void ticks(StageTwo two) {
    for (int n = 0; n < 50; n++) {
      two.tick();
    }
  }

  private static List<IndicatorValue> values(MockProcessorContext<String, byte[]> context) {
    return context.forwarded(StageTwo.VALUES).stream()
        .map(each -> ContractJson.read(each.record().value(), IndicatorValue.class))
        .toList();
  }

  private static void control(
      MockProcessorContext<String, byte[]> context, StageTwo two, long sequence, String indicator) {
    context.setRecordMetadata(TOPICS.controlIndicators(), 0, sequence - 1);
    Catalogue catalogue = Town.with(indicator);
    CataloguePublication publication =
        new CataloguePublication(
            CataloguePublication.SCHEMA,
            sequence,
            Instant.EPOCH,
            CataloguePublication.Origin.PUT,
            catalogue);
    two.take(new Record<>("town", ContractJson.write(publication), 0));
  }

  private static void watermark(
      MockProcessorContext<String, byte[]> context, StageTwo two, long catalogue) {
    context.setRecordMetadata("updates", 0, 0);
    byte[] watermark = new Watermark(0, catalogue, catalogue, 0, Map.of()).bytes();
    two.take(new Record<>(Outlet.TO_ALL, watermark, 0));
  }

  private static void update(
      MockProcessorContext<String, byte[]> context, StageTwo two, AcceptedMeasurement... all) {
    context.setRecordMetadata("updates", 0, 0);
    Placement place = Placement.of(all[0], ZoneId.of("Europe/Ljubljana")).orElseThrow();
    DaySummary summary = DaySummary.empty(Kept.NOTHING);
    for (AcceptedMeasurement each : all) {
      summary =
          summary.plus(
              Placement.of(each, ZoneId.of("Europe/Ljubljana")).orElseThrow().contribution());
    }
    Update update =
        new Update(
            0,
            1,
            Mark.of(Causes.of(EventType.RECORDED), 0),
            place.cell(),
            Bytes.wrap(SummaryCodec.write(summary)),
            false);
    two.take(new Record<>("quota", update.bytes(), 0));
  }
}
