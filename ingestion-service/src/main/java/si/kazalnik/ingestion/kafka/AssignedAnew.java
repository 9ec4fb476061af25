package si.kazalnik.ingestion.kafka;

import java.util.Collection;
import java.util.Collections;
import java.util.Set;
import java.util.WeakHashMap;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.listener.ConsumerAwareRebalanceListener;

/**
 * Has the group assigned anew once for each consumer that joins. A static member that comes back
 * after a crash is given what it had, and the group's leader looks at topics again only when some
 * are added: providers whose topics came just before the crash would be heard by nobody.
 */
final class AssignedAnew implements ConsumerAwareRebalanceListener {

  private static final Logger log = LoggerFactory.getLogger(AssignedAnew.class);

  private final Set<Consumer<?, ?>> known =
      Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

  @Override
  public void onPartitionsAssigned(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
    log.info("raw events are taken from {}", partitions);
    if (known.add(consumer)) {
      consumer.enforceRebalance("what was assigned before a crash may lack topics");
    }
  }
}
