package si.kazalnik.standalone.data;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import si.kazalnik.service.clock.ServiceClock;
import si.kazalnik.service.keys.BearerKeys;
import si.kazalnik.standalone.StartRefused;

/** The small files of the data folder that a person may write into. */
class KeptFilesFuzzTest {

  private static Path folder;

  @BeforeAll
  static void make() throws IOException {
    folder = Files.createTempDirectory("kept");
  }

  @AfterAll
  static void delete() throws IOException {
    Files.deleteIfExists(folder.resolve("keys.properties"));
    Files.deleteIfExists(folder.resolve("clock"));
    Files.delete(folder);
  }

  /** "A wrong value stops the start with a sentence": one that names the file. */
  @FuzzTest
  void each_is_read_and_written_the_same_again_or_refused_with_a_sentence(byte[] input)
      throws IOException {
    keys(Files.write(folder.resolve("keys.properties"), input));
    clock(Files.write(folder.resolve("clock"), input));
  }

  private static void keys(Path file) {
    Keys keys;
    try {
      keys = Keys.in(file);
    } catch (StartRefused refused) {
      assertThat(refused).hasMessageStartingWith("The keys can't be read from " + file);
      return;
    }
    keys.makeFor(java.util.List.of("one-more"));
    assertThat(Keys.in(file).all()).isEqualTo(keys.all());
    assertThat(keys.holderOf("Bearer ")).isEmpty();
    for (String key : keys.all().values()) {
      String holder = keys.holderOf("Bearer " + key).orElseThrow();
      assertThat(keys.of(holder)).isEqualTo(key);
    }
    assertThat(keys.of(BearerKeys.OPERATOR)).isNotEmpty();
  }

  private static void clock(Path file) {
    ServiceClock clock;
    try {
      clock = KeptClock.of(file, null);
    } catch (StartRefused refused) {
      assertThat(refused).hasMessageStartingWith("The clock's position in " + file);
      return;
    }
    if (clock.settable()) {
      Instant stands = clock.instant();
      assertThat(KeptClock.of(file, Instant.EPOCH).instant()).isEqualTo(stands);
      assertThat(KeptClock.of(file, stands).instant()).isEqualTo(stands);
    }
  }
}
