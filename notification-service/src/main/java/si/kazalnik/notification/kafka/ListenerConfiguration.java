package si.kazalnik.notification.kafka;

import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.springframework.boot.kafka.autoconfigure.DefaultKafkaConsumerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.listener.CommonErrorHandler;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.util.backoff.ExponentialBackOff;
import si.kazalnik.notification.CitySettings;

/** How the listener reads. */
@Configuration(proxyBeanMethods = false)
class ListenerConfiguration {

  private static final long FIRST_PAUSE = 500;
  private static final long LONGEST_PAUSE = 10_000;

  /**
   * With a name that stays, a restart gets its partitions back without waiting for the dead one.
   */
  @Bean
  DefaultKafkaConsumerFactoryCustomizer staticMembership(CitySettings settings) {
    return factory -> {
      if (!settings.instance().isEmpty()) {
        factory.updateConfigs(Map.of(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG, settings.instance()));
      }
    };
  }

  /** What fails here is the database: tried for ever, nothing is passed over. */
  @Bean
  CommonErrorHandler untilItWorks() {
    ExponentialBackOff pauses = new ExponentialBackOff(FIRST_PAUSE, 2);
    pauses.setMaxInterval(LONGEST_PAUSE);
    return new DefaultErrorHandler(pauses);
  }
}
