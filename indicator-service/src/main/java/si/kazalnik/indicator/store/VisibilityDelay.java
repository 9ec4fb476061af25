package si.kazalnik.indicator.store;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import si.kazalnik.contract.EventHeaders;

/**
 * {@code measurements_delay_seconds}, a histogram: from the instant at which the raw topic received
 * the newest event behind a value to the one at which the value is in the store. Both are instants
 * of machines, never of the clock that can be set. A value that was computed before this instance
 * took over is not counted: it is read again to fill the store, or waited while nobody ran.
 */
final class VisibilityDelay {

  private final Timer timer;
  private final InstantSource machine;
  private volatile long since;

  VisibilityDelay(MeterRegistry meters, InstantSource machine) {
    this.machine = machine;
    this.since = machine.millis();
    timer =
        Timer.builder("measurements.delay")
            .description("From an event's arrival on its raw topic to its value in the store")
            .publishPercentileHistogram()
            .minimumExpectedValue(Duration.ofMillis(10))
            .maximumExpectedValue(Duration.ofHours(1))
            .register(meters);
  }

  /** From now on is counted. */
  void begin() {
    since = machine.millis();
  }

  /** The records of {@code indicator-values} are in the store. */
  void visible(List<ConsumerRecord<byte[], byte[]>> batch) {
    long now = machine.millis();
    for (ConsumerRecord<byte[], byte[]> each : batch) {
      Header received = each.headers().lastHeader(EventHeaders.RECORDED_AT);
      if (received != null && received.value().length == Long.BYTES && each.timestamp() >= since) {
        long delay = now - ByteBuffer.wrap(received.value()).getLong();
        // Clocks of two machines may differ by more than the delay.
        timer.record(Duration.ofMillis(Math.max(0, delay)));
      }
    }
  }
}
