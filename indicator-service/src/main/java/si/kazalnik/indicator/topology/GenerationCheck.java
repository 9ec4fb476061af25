package si.kazalnik.indicator.topology;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

/**
 * Whether a generation may compute. One that another has followed, and one whose changelogs are
 * gone while its group has read on, would wait for ever for what it has read already.
 */
final class GenerationCheck {

  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Map<String, Object> adminSettings;
  private final Generation own;
  private final String measurements;

  /**
   * Of one.
   *
   * @param measurements the topic that all is computed from
   */
  GenerationCheck(Map<String, Object> adminSettings, Generation own, String measurements) {
    this.adminSettings = adminSettings;
    this.own = own;
    this.measurements = measurements;
  }

  /**
   * Why it may not, and what is to be done; empty where it may.
   *
   * @throws KafkaException where Kafka can't be asked in time
   */
  Optional<String> hindrance() {
    try (Admin admin = Admin.create(adminSettings)) {
      OptionalInt newest = own.newest(admin, PATIENCE);
      if (newest.isPresent() && newest.getAsInt() > own.number()) {
        return Optional.of(
            "kazalnik.processing.generation is %d, but generation %d has computed since: set it to %d"
                .formatted(own.number(), newest.getAsInt(), newest.getAsInt()));
      }
      return hasRead(admin) && !hasChangelogs(admin)
          ? Optional.of(
              "%s has read measurements, but its changelogs are gone: empty %s and set %s to %d"
                  .formatted(
                      own.id(),
                      "kazalnik.state-dir",
                      "kazalnik.processing.generation",
                      own.number() + 1))
          : Optional.empty();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new KafkaException("interrupted", stopped);
    } catch (ExecutionException | TimeoutException e) {
      throw new KafkaException("the earlier computation can't be looked for", e);
    }
  }

  private boolean hasRead(Admin admin)
      throws InterruptedException, ExecutionException, TimeoutException {
    Map<TopicPartition, OffsetAndMetadata> offsets =
        admin
            .listConsumerGroupOffsets(own.id())
            .partitionsToOffsetAndMetadata()
            .get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    return offsets.entrySet().stream()
        .anyMatch(
            each ->
                each.getKey().topic().equals(measurements)
                    && each.getValue() != null
                    && each.getValue().offset() > 0);
  }

  private boolean hasChangelogs(Admin admin)
      throws InterruptedException, ExecutionException, TimeoutException {
    return admin
        .listTopics()
        .names()
        .get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
        .contains(Stored.POSITION.changelog(own));
  }
}
