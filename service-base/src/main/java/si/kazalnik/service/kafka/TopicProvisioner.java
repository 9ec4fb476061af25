package si.kazalnik.service.kafka;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeTopicsOptions;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Creates the topics that are missing; leaves those that are there as they are. */
public final class TopicProvisioner {

  private static final Logger log = LoggerFactory.getLogger(TopicProvisioner.class);
  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final Duration LOOKING = Duration.ofSeconds(10);
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);

  // A partition without a leader lets a call run until its timeout, by default a minute.
  private static final int LOOK_MILLIS = 5_000;

  private final Supplier<Admin> admins;
  private final TopicSettings settings;
  private final Duration looking;

  public TopicProvisioner(Map<String, Object> adminSettings, TopicSettings settings) {
    this(adminsWith(Map.copyOf(adminSettings)), settings, LOOKING);
  }

  TopicProvisioner(Supplier<Admin> admins, TopicSettings settings, Duration looking) {
    this.admins = admins;
    this.settings = settings;
    this.looking = looking;
  }

  private static Supplier<Admin> adminsWith(Map<String, Object> settings) {
    return () -> Admin.create(settings);
  }

  /**
   * Returns when every topic is there; waits for brokers that can't be reached or can't make them
   * yet, and says so once for each reason.
   *
   * @throws InterruptedException where the waiting thread is interrupted
   */
  public void ensure(TopicSpec... topics) throws InterruptedException {
    Set<String> said = new HashSet<>();
    for (Optional<String> why = tryToCreate(topics); why.isPresent(); why = tryToCreate(topics)) {
      if (said.add(why.get())) {
        log.warn("Kafka can't make {} yet, waiting for it: {}", names(topics), why.get());
      }
      Thread.sleep(PAUSE.toMillis());
    }
    if (!said.isEmpty()) {
      log.info("Kafka is reached; the topics are there");
    }
  }

  /** Why it failed; empty where all are there. A client anew each time: names may resolve later. */
  private Optional<String> tryToCreate(TopicSpec[] topics) throws InterruptedException {
    List<NewTopic> wanted = new ArrayList<>();
    for (TopicSpec topic : topics) {
      Map<String, String> configs = new HashMap<>(topic.settings());
      configs.put("min.insync.replicas", Short.toString(settings.minInSync()));
      wanted.add(
          new NewTopic(topic.name(), topic.partitions(), settings.replication()).configs(configs));
    }
    try (Admin admin = admins.get()) {
      for (KafkaFuture<Void> made : admin.createTopics(wanted).values().values()) {
        Optional<String> why = failure(made);
        if (why.isPresent()) {
          return why;
        }
      }
      return hidden(admin, topics);
    } catch (InterruptException e) {
      throw e;
    } catch (KafkaException e) {
      return Optional.of(e.getCause() == null ? e.toString() : e.getCause().toString());
    }
  }

  /**
   * What a broker does not show yet, though it is made, or shows though its partitions are not open
   * yet. A consumer that subscribed now would be assigned nothing, and where it is a static member
   * of its group it would be again after a restart; a producer whose first batch came before its
   * partition is open, and its second one after it, would have the first refused for good. It is
   * looked for some seconds, so that where it lasts the reason is said.
   */
  private Optional<String> hidden(Admin admin, TopicSpec[] topics) throws InterruptedException {
    long start = System.nanoTime();
    Optional<String> why = look(admin, topics);
    while (why.isPresent() && System.nanoTime() - start < looking.toNanos()) {
      Thread.sleep(BETWEEN_LOOKS.toMillis());
      why = look(admin, topics);
    }
    return why;
  }

  private static Optional<String> look(Admin admin, TopicSpec[] topics)
      throws InterruptedException {
    try {
      DescribeTopicsOptions describing = new DescribeTopicsOptions().timeoutMs(LOOK_MILLIS);
      Map<String, TopicDescription> there =
          admin.describeTopics(names(topics), describing).allTopicNames().get();
      ListOffsetsOptions listing = new ListOffsetsOptions().timeoutMs(LOOK_MILLIS);
      admin.listOffsets(ends(there), listing).all().get();
      return Optional.empty();
    } catch (ExecutionException e) {
      return Optional.of(reason(e.getCause()));
    }
  }

  private static Optional<String> failure(KafkaFuture<?> made) throws InterruptedException {
    try {
      made.get();
      return Optional.empty();
    } catch (ExecutionException e) {
      return e.getCause() instanceof TopicExistsException
          ? Optional.empty()
          : Optional.of(reason(e.getCause()));
    }
  }

  // Kafka tells of a call that took too long when and how often it was tried: each time another
  // text.
  private static String reason(@Nullable Throwable why) {
    if (!(why instanceof TimeoutException)) {
      return String.valueOf(why);
    }
    Throwable last = why.getCause();
    return "no answer in time" + (last == null ? "" : ", " + last.getClass().getSimpleName());
  }

  // Of the partitions that are there: somebody else may have made the topic.
  private static Map<TopicPartition, OffsetSpec> ends(Map<String, TopicDescription> topics) {
    Map<TopicPartition, OffsetSpec> ends = new HashMap<>();
    topics.forEach(
        (name, topic) ->
            topic
                .partitions()
                .forEach(
                    each ->
                        ends.put(new TopicPartition(name, each.partition()), OffsetSpec.latest())));
    return ends;
  }

  private static List<String> names(TopicSpec[] topics) {
    return Arrays.stream(topics).map(TopicSpec::name).toList();
  }
}
