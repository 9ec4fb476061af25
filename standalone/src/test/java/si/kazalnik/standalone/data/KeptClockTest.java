package si.kazalnik.standalone.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptClockTest {

  private static final Instant MARCH = Instant.parse("2026-03-01T00:00:00Z");
  private static final Instant APRIL = Instant.parse("2026-04-01T00:00:00Z");
  private static final Instant MAY = Instant.parse("2026-05-01T00:00:00Z");

  private Path file = Path.of("");

  @BeforeEach
  void name_the_file(@TempDir Path folder) {
    file = folder.resolve("clock");
  }

  @Test
  void a_restart_takes_the_later_of_what_is_asked_and_what_was_kept() {
    KeptClock.of(file, MARCH).moveTo(APRIL);

    assertThat(KeptClock.of(file, MARCH).instant()).isEqualTo(APRIL);
    assertThat(KeptClock.of(file, MAY).instant()).isEqualTo(MAY);
    assertThat(KeptClock.of(file, APRIL).instant()).isEqualTo(MAY);
  }

  @Test
  void without_an_instant_it_is_the_systems_clock() {
    assertThat(KeptClock.of(file, null).settable()).isFalse();
  }

  @Test
  void a_clock_that_was_set_to_the_future_stays_set_without_being_asked() {
    Instant future = Instant.now().plusSeconds(1_000_000);
    KeptClock.of(file, MARCH).moveTo(future);

    assertThat(KeptClock.of(file, null).instant()).isEqualTo(future);
  }
}
