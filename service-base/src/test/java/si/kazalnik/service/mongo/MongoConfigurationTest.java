package si.kazalnik.service.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.boot.mongodb.autoconfigure.MongoAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import si.kazalnik.service.ServiceBaseConfiguration;

/** A standalone MongoDB acknowledges by default what it loses when it is killed. */
class MongoConfigurationTest {

  /** "Kafka remembers", but what is consumed into MongoDB is not consumed again. */
  @Test
  void what_mongodb_acknowledges_to_a_service_is_in_its_journal() {
    new ApplicationContextRunner()
        .withUserConfiguration(ServiceBaseConfiguration.class)
        .withConfiguration(
            AutoConfigurations.of(KafkaAutoConfiguration.class, MongoAutoConfiguration.class))
        .run(
            service ->
                assertThat(service.getBean(MongoClient.class).getWriteConcern())
                    .isEqualTo(WriteConcern.MAJORITY.withJournal(true)));
  }
}
