package si.kazalnik.indicator.store;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import si.kazalnik.service.kafka.TopicProvisioner;
import si.kazalnik.service.kafka.TopicSpec;

/** Starts the sink when its topic is there, without holding up the service that waits for Kafka. */
final class SinkLifecycle implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(SinkLifecycle.class);

  private final ConcurrentMessageListenerContainer<byte[], byte[]> container;
  private final TopicSpec topic;
  private final TopicProvisioner provisioner;
  private volatile @Nullable Thread starter;

  SinkLifecycle(
      ConcurrentMessageListenerContainer<byte[], byte[]> container,
      TopicSpec topic,
      TopicProvisioner provisioner) {
    this.container = container;
    this.topic = topic;
    this.provisioner = provisioner;
  }

  @Override
  public void start() {
    Thread thread = new Thread(this::startWhenReady, "indicator-values-store-start");
    thread.setDaemon(true);
    starter = thread;
    thread.start();
  }

  private void startWhenReady() {
    try {
      provisioner.ensure(topic);
      container.start();
    } catch (InterruptedException stopped) {
      log.debug("stopped before Kafka was reached");
    }
  }

  @Override
  public void stop() {
    Thread thread = starter;
    starter = null;
    if (thread != null) {
      thread.interrupt();
    }
    container.stop();
  }

  @Override
  public boolean isRunning() {
    return starter != null;
  }
}
