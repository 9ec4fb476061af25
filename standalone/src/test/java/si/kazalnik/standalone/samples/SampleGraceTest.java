package si.kazalnik.standalone.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleGraceTest {

  private static final Instant PUBLISHED = Instant.parse("2026-03-01T08:00:00Z");
  private static final Instant LOADED = Instant.parse("2026-03-01T08:01:00Z");

  @Test
  void nothing_is_judged_while_samples_load_and_all_of_it_afterwards(@TempDir Path folder) {
    Path mark = folder.resolve("samples");
    SampleGrace grace = SampleGrace.atStart(mark, true);
    assertThat(grace.pauses()).isTrue();

    SampleMark.write(mark, LOADED);
    grace.over(mark);

    assertThat(grace.pauses()).isFalse();
    assertThat(grace.over(PUBLISHED, LOADED)).isTrue();
  }

  @Test
  void what_comes_into_force_later_has_a_day(@TempDir Path folder) {
    Path mark = folder.resolve("samples");
    SampleMark.write(mark, LOADED);
    SampleGrace grace = SampleGrace.atStart(mark, false);
    Instant later = LOADED.plusSeconds(1);

    assertThat(grace.over(later, later.plus(Duration.ofHours(24)).minusSeconds(1))).isFalse();
    assertThat(grace.over(later, later.plus(Duration.ofHours(24)))).isTrue();
  }

  @Test
  void without_samples_everything_has_a_day(@TempDir Path folder) {
    SampleGrace grace = SampleGrace.atStart(folder.resolve("samples"), false);

    assertThat(grace.pauses()).isFalse();
    assertThat(grace.over(PUBLISHED, PUBLISHED.plusSeconds(60))).isFalse();
  }

  @Test
  void once_over_it_stays_over_after_a_restart(@TempDir Path folder) {
    Path mark = folder.resolve("samples");
    SampleMark.write(mark, LOADED);

    assertThat(SampleGrace.atStart(mark, false).over(PUBLISHED, LOADED)).isTrue();
  }
}
