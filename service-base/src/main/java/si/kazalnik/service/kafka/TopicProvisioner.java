package si.kazalnik.service.kafka;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Creates the topics that are missing; leaves those that are there as they are. */
public final class TopicProvisioner {

  private static final Logger log = LoggerFactory.getLogger(TopicProvisioner.class);
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final Map<String, Object> adminSettings;
  private final TopicSettings settings;

  public TopicProvisioner(Map<String, Object> adminSettings, TopicSettings settings) {
    this.adminSettings = Map.copyOf(adminSettings);
    this.settings = settings;
  }

  /**
   * Returns when every topic is there; waits for a broker that can't be reached yet, and says so
   * once.
   *
   * @throws InterruptedException where the waiting thread is interrupted
   * @throws IllegalStateException where the broker refuses for good, with its reason
   */
  public void ensure(TopicSpec... topics) throws InterruptedException {
    boolean said = false;
    try (Admin admin = Admin.create(adminSettings)) {
      while (!tryToCreate(admin, topics)) {
        if (!said) {
          log.warn("Kafka can't be reached; waiting for it to create {}", names(topics));
          said = true;
        }
        Thread.sleep(PAUSE.toMillis());
      }
    }
    if (said) {
      log.info("Kafka is reached; the topics are there");
    }
  }

  private boolean tryToCreate(Admin admin, TopicSpec[] topics) throws InterruptedException {
    List<NewTopic> wanted = new ArrayList<>();
    for (TopicSpec topic : topics) {
      Map<String, String> configs = new HashMap<>(topic.settings());
      configs.put("min.insync.replicas", Short.toString(settings.minInSync()));
      wanted.add(
          new NewTopic(topic.name(), topic.partitions(), settings.replication()).configs(configs));
    }
    for (Map.Entry<String, KafkaFuture<Void>> made :
        admin.createTopics(wanted).values().entrySet()) {
      try {
        made.getValue().get();
      } catch (ExecutionException e) {
        if (e.getCause() instanceof RetriableException) {
          return false;
        }
        if (!(e.getCause() instanceof TopicExistsException)) {
          throw new IllegalStateException(
              "topic " + made.getKey() + " can't be created: " + e.getCause(), e);
        }
      }
    }
    return true;
  }

  private static List<String> names(TopicSpec[] topics) {
    return Arrays.stream(topics).map(TopicSpec::name).toList();
  }
}
