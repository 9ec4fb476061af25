package si.kazalnik.service.keys;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** What stands in {@code Authorization}, from anybody. */
class HashedKeysFuzzTest {

  private static final String KEY = "k-7c1e";

  private final HashedKeys keys =
      HashedKeys.of(Map.of(BearerKeys.OPERATOR, HashedKeys.hashOf(KEY)));

  @FuzzTest
  void only_the_key_opens(byte[] input) {
    String header = new String(input, StandardCharsets.UTF_8);
    boolean right =
        header.length() > 7
            && header.substring(0, 7).equalsIgnoreCase("Bearer ")
            && header.substring(7).strip().equals(KEY);
    assertThat(keys.holderOf(header).isPresent()).isEqualTo(right);
  }
}
