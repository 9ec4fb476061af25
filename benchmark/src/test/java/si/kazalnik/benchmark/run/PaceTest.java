package si.kazalnik.benchmark.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class PaceTest {

  @Test
  void what_is_left_of_a_load_does_not_wait_once_the_mischief_is_over() throws Exception {
    Pace pace = new Pace(Duration.ofHours(1));
    CompletableFuture<Void> waiting = CompletableFuture.runAsync(() -> pause(pace));
    assertThat(waiting).isNotDone();

    pace.end();
    waiting.get(1, TimeUnit.MINUTES);
    pace.pause();
  }

  @Test
  void without_pauses_all_is_sent_at_once() throws InterruptedException {
    new Pace(Duration.ZERO).pause();
  }

  private static void pause(Pace pace) {
    try {
      pace.pause();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
