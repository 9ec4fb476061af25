package si.kazalnik.notification;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.core.NestedExceptionUtils;

/** {@code kazalnik.notifications.told-until}, by Spring's own binding. */
class ToldUntilFuzzTest {

  private static final String KEY = "kazalnik.notifications.told-until";

  /** "A wrong value stops the start with a sentence that names the key, the value and …". */
  @FuzzTest
  void it_is_an_instant_or_refused_with_a_sentence_that_names_the_key(byte[] input) {
    String text = new String(input, StandardCharsets.UTF_8);
    Instant until;
    try {
      until =
          new Binder(new MapConfigurationPropertySource(Map.of(KEY, text)))
              .bindOrCreate("kazalnik.notifications", NotificationSettings.class)
              .until();
    } catch (BindException refused) {
      // What the start says.
      assertThat(NestedExceptionUtils.getRootCause(refused))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageStartingWith(KEY + " is `" + text + "`; allowed are");
      return;
    }
    if (until == null) {
      assertThat(text).isBlank();
    } else {
      assertThat(Instant.parse(text.strip())).isEqualTo(until);
      // As MongoDB keeps it.
      assertThat(Instant.ofEpochMilli(until.toEpochMilli())).isBeforeOrEqualTo(until);
      assertThat(until.toString()).matches("\\d{4}-.*Z");
    }
  }
}
