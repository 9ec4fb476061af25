package si.kazalnik.benchmark.delay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import si.kazalnik.benchmark.city.City;
import si.kazalnik.indicator.catalogue.CatalogueLoad;
import si.kazalnik.indicator.catalogue.CatalogueLoader;

class DelaysTest {

  @Test
  void percentiles_are_those_of_what_was_recorded() {
    Histogram nanos = new Histogram(3);
    for (int millis = 1; millis <= 100; millis++) {
      nanos.recordValue(TimeUnit.MILLISECONDS.toNanos(millis));
    }

    Delays delays = Delays.of("a", "b", nanos);

    assertThat(delays.count()).isEqualTo(100);
    assertThat(delays.median()).isCloseTo(0.050, within(0.0001));
    assertThat(delays.ninetyNinth()).isCloseTo(0.099, within(0.0001));
    assertThat(delays.worst()).isCloseTo(0.100, within(0.0001));
    assertThat(delays.row()).isEqualTo("| a | b | 100 | 50 | 99 | 100 |" + System.lineSeparator());
  }

  /** What is late is done at once, and is due when it would have been. */
  @Test
  void a_stall_is_made_up_for_and_does_not_move_what_comes_after_it() throws Exception {
    List<Long> dues = new ArrayList<>();
    long start = System.nanoTime();

    Schedule.run(
        5,
        1_000,
        (n, due) -> {
          if (n == 0) {
            while (System.nanoTime() < start + TimeUnit.MILLISECONDS.toNanos(20)) {
              Thread.onSpinWait();
            }
          }
          dues.add(due);
        });

    for (int n = 1; n < dues.size(); n++) {
      assertThat(dues.get(n) - dues.get(n - 1)).isEqualTo(TimeUnit.MILLISECONDS.toNanos(1));
    }
  }

  @Test
  void the_city_of_the_probes_and_alarms_loads(@TempDir Path folder) throws IOException {
    Files.writeString(
        folder.resolve("city.yaml"),
        City.smallest()
            .yaml(
                Probes.series() + Alarms.series(3),
                Probes.indicators() + Alarms.indicators(3, 2026)));

    assertThat(CatalogueLoader.load(folder)).isInstanceOf(CatalogueLoad.Loaded.class);
  }
}
