package si.kazalnik.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;

/** Instants as strangers write them, read by a library that is quick, beside Java's own reader. */
class InstantTextFuzzTest {

  @FuzzTest
  void it_reads_what_java_reads_and_nothing_else(byte[] input) {
    String text = new String(input, StandardCharsets.UTF_8);
    Instant expected;
    try {
      expected = OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException unreadable) {
      expected = null;
    }
    assertThat(InstantText.read(text)).isEqualTo(expected);
  }
}
