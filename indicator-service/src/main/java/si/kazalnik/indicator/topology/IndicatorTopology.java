package si.kazalnik.indicator.topology;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.Repartitioned;
import org.apache.kafka.streams.processor.StreamPartitioner;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.state.StoreBuilder;
import si.kazalnik.indicator.domain.deviation.DeviationIds;

/**
 * The topology. Stage one is keyed by measurement, stage two by indicator; what goes between them
 * is whole, never a change, so that it may come twice.
 */
final class IndicatorTopology {

  private static final Serde<String> TEXT = Serdes.String();
  private static final Serde<byte[]> BYTES = Serdes.ByteArray();

  private IndicatorTopology() {}

  static Topology of(TopologySettings settings) {
    StreamsBuilder builder = new StreamsBuilder();
    KStream<String, byte[]> updates =
        builder.stream(
                List.of(settings.topics().measurements(), settings.topics().controlMeasurements()),
                Consumed.with(BYTES, BYTES).withName("measurements-source"))
            .process(
                stage(settings, context -> new StageOne(settings, context), Stored.ofStageOne()),
                Named.as("stage-one"))
            .repartition(
                Repartitioned.<String, byte[]>as("indicator-updates")
                    .withKeySerde(TEXT)
                    .withValueSerde(BYTES)
                    .withNumberOfPartitions(settings.partitions())
                    .withStreamPartitioner(byKey()));
    KStream<String, byte[]> control =
        builder.stream(
            settings.topics().controlIndicators(),
            Consumed.with(TEXT, BYTES).withName("control-source"));
    KStream<String, byte[]> results =
        updates
            .merge(control, Named.as("updates-and-control"))
            .process(
                stage(settings, context -> new StageTwo(settings, context), Stored.ofStageTwo()),
                Named.as("stage-two"));
    results.to(
        settings.topics().indicatorValues(),
        Produced.with(TEXT, BYTES)
            .withName(StageTwo.VALUES)
            .withStreamPartitioner(byIndicatorOfValue()));
    results.to(
        settings.progress(),
        Produced.with(TEXT, BYTES)
            .withName(StageTwo.PROGRESS)
            .withStreamPartitioner(
                (topic, key, value, partitions) ->
                    Optional.of(Set.of(Integer.parseInt(key) % partitions))));
    results.to(
        settings.topics().deviations(),
        Produced.with(TEXT, BYTES)
            .withName(StageTwo.DEVIATIONS)
            .withStreamPartitioner(byIndicatorOfDeviation()));
    results
        .mapValues(value -> value, Named.as(StageTwo.OVERDUE))
        .repartition(
            Repartitioned.<String, byte[]>as("overdue-by-provider")
                .withKeySerde(TEXT)
                .withValueSerde(BYTES)
                .withNumberOfPartitions(settings.partitions())
                .withStreamPartitioner(byKey()))
        .process(
            stage(settings, context -> new StageThree(settings, context), Stored.ofStageThree()),
            Named.as("stage-three"))
        .to(
            settings.topics().deviations(),
            Produced.with(TEXT, BYTES)
                .withName("provider-deviations-sink")
                .withStreamPartitioner(byProviderOfDeviation()));
    return builder.build();
  }

  private static <K> ProcessorSupplier<K, byte[], String, byte[]> stage(
      TopologySettings settings,
      Function<ProcessorContext<String, byte[]>, Stage.Work<K>> work,
      Stream<Stored> stores) {
    Set<StoreBuilder<?>> builders = stores.map(Stored::builder).collect(Collectors.toSet());
    return new ProcessorSupplier<>() {
      @Override
      public Processor<K, byte[], String, byte[]> get() {
        return new Stage<>(settings, work);
      }

      @Override
      public Set<StoreBuilder<?>> stores() {
        return builders;
      }
    };
  }

  private static StreamPartitioner<String, byte[]> byKey() {
    return (topic, key, value, partitions) ->
        Optional.of(
            key.equals(Outlet.TO_ALL)
                ? IntStream.range(0, partitions).boxed().collect(Collectors.toSet())
                : Set.of(IndicatorPartitions.of(key, partitions)));
  }

  private static StreamPartitioner<String, byte[]> byIndicatorOfDeviation() {
    return (topic, id, value, partitions) ->
        Optional.of(Set.of(IndicatorPartitions.of(DeviationIds.indicator(id), partitions)));
  }

  private static StreamPartitioner<String, byte[]> byProviderOfDeviation() {
    return (topic, id, value, partitions) ->
        Optional.of(
            Set.of(IndicatorPartitions.of("provider:" + DeviationIds.provider(id), partitions)));
  }

  private static StreamPartitioner<String, byte[]> byIndicatorOfValue() {
    return (topic, key, value, partitions) ->
        Optional.of(Set.of(IndicatorPartitions.of(key.substring(0, key.indexOf('|')), partitions)));
  }
}
