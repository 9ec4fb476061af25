package si.kazalnik.ingestion.cloudevents;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** "MALFORMED (not JSON, not a CloudEvents envelope …)". */
class EventReaderTest {

  private static final String ENVELOPE =
      "\"specversion\":\"1.0\",\"id\":\"i\",\"source\":\"s\",\"type\":\"t\"";

  @Test
  void structured_mode_needs_no_header() {
    Reading reading = structured("{" + ENVELOPE + ",\"extension\":[{}],\"data\":{\"a\":1}}");
    assertThat(reading).isInstanceOf(Reading.Read.class);
    assertThat(((Reading.Read) reading).event().id()).isEqualTo("i");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "x",
        "5",
        "[]",
        "null",
        "{",
        "{}",
        "{\"specversion\":\"1.0\"}",
        "{\"specversion\":\"0.3\",\"id\":\"i\",\"source\":\"s\",\"type\":\"t\",\"data\":{}}",
        "{\"specversion\":1.0,\"id\":\"i\",\"source\":\"s\",\"type\":\"t\",\"data\":{}}",
        "{\"specversion\":\"1.0\",\"id\":\"\",\"source\":\"s\",\"type\":\"t\",\"data\":{}}",
        "{\"specversion\":\"1.0\",\"id\":5,\"source\":\"s\",\"type\":\"t\",\"data\":{}}",
        "{" + ENVELOPE + ",\"id\":\"j\",\"data\":{}}",
        "{" + ENVELOPE + ",\"data\":{\"a\":1,\"a\":1}}",
        "{" + ENVELOPE + ",\"data\":{\"x\":[{\"a\":1,\"b\":2,\"a\":3}]}}",
        "{" + ENVELOPE + ",\"data\":{\"a\":NaN}}",
        "{" + ENVELOPE + ",\"data\":{\"a\":Infinity}}",
        "{" + ENVELOPE + ",\"data\":{\"a\":01}}",
        "{" + ENVELOPE + ",\"data\":{\"a\":.5}}",
        "{" + ENVELOPE + ",\"data\":{\"a\":\"\\ud800\"}}",
        "{" + ENVELOPE + ",\"data\":{\"\\udc00\":1}}",
        "{" + ENVELOPE + ",\"data\":{}} {}",
        "{" + ENVELOPE + ",\"data\":{}},",
        "{" + ENVELOPE + ",'data':{}}",
        "{" + ENVELOPE + ",\"data\":{} /* comment */}",
        "{" + ENVELOPE + ",\"data_base64\":\"e30=\"}",
      })
  void what_is_no_json_or_no_envelope_cannot_be_read(String event) {
    assertThat(structured(event)).isInstanceOf(Reading.Unreadable.class);
  }

  @Test
  void json_nested_500_deep_cannot_be_read_and_does_no_harm() {
    String deep = "[".repeat(100_000) + "]".repeat(100_000);
    assertThat(structured("{" + ENVELOPE + ",\"data\":{\"a\":" + deep + "}}"))
        .isInstanceOf(Reading.Unreadable.class);
    assertThat(structured("{" + ENVELOPE + ",\"other\":" + deep + "}"))
        .isInstanceOf(Reading.Unreadable.class);
  }

  @Test
  void bytes_that_are_no_utf_8_cannot_be_read() {
    byte[] latin1 =
        ("{" + ENVELOPE + ",\"data\":{\"a\":\"Šiška\"}}").getBytes(StandardCharsets.ISO_8859_1);
    latin1[latin1.length - 8] = (byte) 0xE9;
    assertThat(EventReader.read(new RecordHeaders(), latin1))
        .isInstanceOf(Reading.Unreadable.class);
    byte[] utf16 = ("{" + ENVELOPE + ",\"data\":{}}").getBytes(StandardCharsets.UTF_16);
    assertThat(EventReader.read(new RecordHeaders(), utf16)).isInstanceOf(Reading.Unreadable.class);
  }

  @Test
  void the_id_is_told_where_one_was_read_before_the_fault() {
    assertThat(structured("{\"id\":\"8841\",\"data\":{"))
        .isInstanceOfSatisfying(
            Reading.Unreadable.class, unreadable -> assertThat(unreadable.id()).isEqualTo("8841"));
  }

  @Test
  void binary_mode_has_the_attributes_in_headers() {
    Reading reading =
        EventReader.read(
            headers("ce_specversion", "1.0", "ce_id", "i", "ce_source", "s", "ce_type", "t"),
            utf8("{\"a\":1}"));
    assertThat(((Reading.Read) reading).event().type()).isEqualTo("t");
    assertThat(EventReader.read(headers("ce_specversion", "1.0", "ce_id", "i"), utf8("{\"a\":1}")))
        .isInstanceOf(Reading.Unreadable.class);
    assertThat(
            EventReader.read(
                headers("ce_specversion", "1.0", "ce_id", "i", "ce_source", "s", "ce_type", "t"),
                utf8("{\"a\"")))
        .isInstanceOf(Reading.Unreadable.class);
  }

  @Test
  void the_content_type_decides_where_both_could_be() {
    RecordHeaders headers =
        headers("content-type", "application/cloudevents+json; charset=UTF-8", "ce_id", "other");
    Reading reading = EventReader.read(headers, utf8("{" + ENVELOPE + ",\"data\":{}}"));
    assertThat(((Reading.Read) reading).event().id()).isEqualTo("i");
  }

  @Test
  void the_size_of_binary_mode_counts_its_attributes() {
    assertThat(EventReader.size(new RecordHeaders(), new byte[7])).isEqualTo(7);
    assertThat(EventReader.size(headers("ce_id", "abc", "other", "x"), new byte[7])).isEqualTo(15);
    assertThat(EventReader.size(new RecordHeaders(), null)).isZero();
  }

  @Test
  void a_record_without_value_cannot_be_read() {
    assertThat(EventReader.read(new RecordHeaders(), null)).isInstanceOf(Reading.Unreadable.class);
  }

  private static Reading structured(String event) {
    return EventReader.read(new RecordHeaders(), utf8(event));
  }

  private static RecordHeaders headers(String... pairs) {
    RecordHeaders headers = new RecordHeaders();
    for (int i = 0; i < pairs.length; i += 2) {
      headers.add(pairs[i], utf8(pairs[i + 1]));
    }
    return headers;
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
