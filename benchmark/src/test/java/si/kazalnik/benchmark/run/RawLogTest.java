package si.kazalnik.benchmark.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

/** That an event which was confirmed and lost is seen, also where others stand there twice. */
class RawLogTest {

  @Test
  void what_was_confirmed_must_stand_there_as_often() {
    assertThat(RawLog.lost(List.of("a", "b", "a"), records("a", "a", "a", "b"))).isEmpty();
    assertThat(RawLog.lost(List.of("a", "b", "a"), records("a", "b", "b", "c")))
        .containsExactly("a");
    assertThat(RawLog.lost(List.of("ž"), records())).containsExactly("ž");
  }

  private static List<ConsumerRecord<byte[], byte[]>> records(String... values) {
    return Stream.of(values)
        .map(
            each ->
                new ConsumerRecord<>("t", 0, 0, new byte[0], each.getBytes(StandardCharsets.UTF_8)))
        .toList();
  }
}
