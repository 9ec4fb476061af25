package si.kazalnik.indicator.topology;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import si.kazalnik.service.kafka.AdminAnswers;

/**
 * Whether a generation may compute. One that another has followed, and one whose changelogs are
 * gone while its group has read on, would wait for ever for what it has read already.
 */
final class GenerationCheck {

  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final String FAILURE = "the earlier computation can't be looked for";

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
    }
  }

  private boolean hasRead(Admin admin) {
    Map<TopicPartition, OffsetAndMetadata> offsets =
        AdminAnswers.within(
            PATIENCE,
            admin.listConsumerGroupOffsets(own.id()).partitionsToOffsetAndMetadata(),
            FAILURE);
    return offsets.entrySet().stream()
        .anyMatch(
            each ->
                each.getKey().topic().equals(measurements)
                    && each.getValue() != null
                    && each.getValue().offset() > 0);
  }

  private boolean hasChangelogs(Admin admin) {
    return AdminAnswers.within(PATIENCE, admin.listTopics().names(), FAILURE)
        .contains(Stored.POSITION.changelog(own));
  }
}
