package si.kazalnik.service.keys;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;

/** The file at {@code kazalnik.keys-file}. */
class KeysFileFuzzTest {

  /** "A wrong value stops the start with a sentence that names the key …". */
  @FuzzTest
  void it_is_read_or_refused_with_a_sentence_that_names_the_key(byte[] input) {
    try {
      HashedKeys keys = KeysConfiguration.read("keys.properties", input);
      assertThat(keys.holderOf("Bearer " + new String(input, StandardCharsets.UTF_8))).isEmpty();
    } catch (IllegalArgumentException refused) {
      assertThat(refused).hasMessageContaining("kazalnik.keys-file is `keys.properties`");
    }
  }
}
