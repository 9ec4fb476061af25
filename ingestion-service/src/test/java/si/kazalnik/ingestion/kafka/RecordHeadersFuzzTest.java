package si.kazalnik.ingestion.kafka;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * A raw record with headers: those of binary mode, and ours, which whoever may write to the topic
 * can write. The input has one header a line, an empty line, and the value.
 */
class RecordHeadersFuzzTest {

  @FuzzTest
  void whatever_the_headers_say_it_is_accepted_or_refused_with_a_sentence(byte[] input) {
    String text = new String(input, StandardCharsets.ISO_8859_1);
    int end = text.indexOf("\n\n");
    String value = end < 0 ? "" : text.substring(end + 2);
    ConsumerRecord<byte[], byte[]> raw = Judged.raw(value.getBytes(StandardCharsets.ISO_8859_1));
    for (String line : text.substring(0, end < 0 ? text.length() : end).split("\n", -1)) {
      int colon = line.indexOf(':');
      byte[] content =
          colon < 0 ? null : line.substring(colon + 1).getBytes(StandardCharsets.ISO_8859_1);
      raw.headers().add(colon < 0 ? line : line.substring(0, colon), content);
    }
    Judged.of(raw);
  }
}
