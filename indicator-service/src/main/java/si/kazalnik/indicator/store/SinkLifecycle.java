package si.kazalnik.indicator.store;

import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import si.kazalnik.service.kafka.StartsWithKafka;
import si.kazalnik.service.kafka.TopicProvisioner;
import si.kazalnik.service.kafka.TopicSpec;

/** Starts the sink when its topic is there, without holding up the service that waits for Kafka. */
final class SinkLifecycle extends StartsWithKafka {

  private final ConcurrentMessageListenerContainer<byte[], byte[]> container;
  private final TopicSpec topic;
  private final TopicProvisioner provisioner;

  SinkLifecycle(
      ConcurrentMessageListenerContainer<byte[], byte[]> container,
      TopicSpec topic,
      TopicProvisioner provisioner) {
    super("indicator-values-store-start");
    this.container = container;
    this.topic = topic;
    this.provisioner = provisioner;
  }

  @Override
  protected void prepare() throws InterruptedException {
    provisioner.ensure(topic);
  }

  @Override
  protected void begin() {
    container.start();
  }

  @Override
  protected void end() {
    container.stop();
  }
}
