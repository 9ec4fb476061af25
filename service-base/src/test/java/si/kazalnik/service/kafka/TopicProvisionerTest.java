package si.kazalnik.service.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class TopicProvisionerTest {

  @Test
  @Timeout(60)
  void waits_where_the_brokers_name_does_not_resolve_yet_and_ends_when_it_is_told_to()
      throws InterruptedException {
    TopicProvisioner provisioner =
        new TopicProvisioner(
            Map.of("bootstrap.servers", "no-such-broker.invalid:9092"),
            new TopicSettings("", (short) 1, (short) 1));
    CompletableFuture<String> end = new CompletableFuture<>();
    Thread waiting =
        new Thread(
            () -> {
              try {
                provisioner.ensure(TopicSpec.of("t", 1));
                end.complete("made");
              } catch (InterruptedException e) {
                end.complete("interrupted");
              } catch (RuntimeException e) {
                end.completeExceptionally(e);
              }
            });
    waiting.start();
    while (waiting.getState() != Thread.State.TIMED_WAITING && !end.isDone()) {
      Thread.onSpinWait();
    }
    waiting.interrupt();

    assertThat(end.join()).isEqualTo("interrupted");
    waiting.join();
  }
}
