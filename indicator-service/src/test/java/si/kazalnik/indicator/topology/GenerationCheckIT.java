package si.kazalnik.indicator.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import si.kazalnik.testing.TestBroker;

/** Who sets back the generation, or loses the changelogs alone, is told what to do. */
class GenerationCheckIT {

  private final Map<String, Object> kafka =
      Map.of("bootstrap.servers", TestBroker.shared().bootstrapServers());
  private final String prefix = TestBroker.shared().uniquePrefix();
  private final String measurements = prefix + "measurements";

  private GenerationCheck check(int number) {
    return new GenerationCheck(kafka, new Generation(prefix, number), measurements);
  }

  @Test
  void the_newest_may_compute_while_its_changelogs_are_there()
      throws ExecutionException, InterruptedException {
    try (Admin admin = Admin.create(kafka)) {
      create(admin, measurements);
      assertThat(check(2).hindrance()).as("nothing has ever been computed").isEmpty();

      read(admin, 2);
      assertThat(check(2).hindrance().orElseThrow())
          .contains("kazalnik-indicators-2 has read")
          .endsWith("kazalnik.processing.generation to 3");
      create(admin, prefix + "kazalnik-indicators-2-stage-one-position-changelog");
      assertThat(check(2).hindrance()).isEmpty();
      assertThat(check(3).hindrance()).as("it follows").isEmpty();

      read(admin, 3);
      assertThat(check(2).hindrance().orElseThrow())
          .contains("generation is 2, but generation 3 has computed since: set it to 3");
    }
  }

  private static void create(Admin admin, String topic)
      throws ExecutionException, InterruptedException {
    admin.createTopics(List.of(new NewTopic(topic, 1, (short) 1))).all().get();
  }

  private void read(Admin admin, int generation) throws ExecutionException, InterruptedException {
    admin
        .alterConsumerGroupOffsets(
            new Generation(prefix, generation).id(),
            Map.of(new TopicPartition(measurements, 0), new OffsetAndMetadata(7)))
        .all()
        .get();
  }
}
