package si.kazalnik.benchmark.peer;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import si.kazalnik.benchmark.process.Kafka;
import tools.jackson.databind.json.JsonMapper;

/** The newest values that the Flink job has committed. */
public final class FlinkValues implements AutoCloseable {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Duration POLL = Duration.ofMillis(20);

  private final KafkaConsumer<byte[], byte[]> consumer;
  private final Map<String, BigDecimal> values = new HashMap<>();

  /** From the beginning of their topic. */
  public FlinkValues(Kafka kafka, String topic) {
    consumer = kafka.consumer();
    kafka.assign(consumer, topic);
  }

  /** Takes what has come. */
  public void read() {
    for (ConsumerRecord<byte[], byte[]> each : consumer.poll(POLL)) {
      values.put(
          new String(each.key(), StandardCharsets.UTF_8),
          new BigDecimal(JSON.readTree(each.value()).get("value").asString()));
    }
  }

  /** Of an indicator's period; zero where there is none. */
  public BigDecimal of(String indicator, String period) {
    return values.getOrDefault(indicator + "|" + period, BigDecimal.ZERO);
  }

  /** The sum over an indicator's periods. */
  public BigDecimal sum(String indicator) {
    return values.entrySet().stream()
        .filter(each -> each.getKey().startsWith(indicator + "|"))
        .map(Map.Entry::getValue)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** All that are known, by indicator and period. */
  public Map<String, BigDecimal> all() {
    return values;
  }

  @Override
  public void close() {
    consumer.close();
  }
}
