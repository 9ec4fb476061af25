package si.kazalnik.ingestion.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import si.kazalnik.ingestion.cloudevents.EventReader;
import si.kazalnik.ingestion.cloudevents.Reading;
import si.kazalnik.ingestion.json.CanonicalJson;
import si.kazalnik.ingestion.validation.Event;
import si.kazalnik.ingestion.validation.Verdict;

/** A raw record as a command-line producer sends it: an event in one JSON object. */
class StructuredEventFuzzTest {

  @FuzzTest
  void it_is_accepted_or_refused_with_a_sentence_and_alike_in_binary_mode(byte[] input) {
    ConsumerRecord<byte[], byte[]> raw = Judged.raw(input);
    Verdict verdict = Judged.of(raw);
    if (!(EventReader.read(raw.headers(), input) instanceof Reading.Read read)) {
      return;
    }
    ConsumerRecord<byte[], byte[]> binary = binary(read.event());
    if (EventReader.size(binary.headers(), binary.value()) <= Examination.LARGEST) {
      assertThat(Judged.of(binary)).isEqualTo(verdict);
    }
  }

  private static ConsumerRecord<byte[], byte[]> binary(Event event) {
    ConsumerRecord<byte[], byte[]> binary =
        Judged.raw(CanonicalJson.write(event.data()).getBytes(StandardCharsets.UTF_8));
    Headers headers = binary.headers();
    headers.add("ce_specversion", "1.0".getBytes(StandardCharsets.UTF_8));
    headers.add("ce_id", event.id().getBytes(StandardCharsets.UTF_8));
    headers.add("ce_source", event.source().getBytes(StandardCharsets.UTF_8));
    headers.add("ce_type", event.type().getBytes(StandardCharsets.UTF_8));
    return binary;
  }
}
