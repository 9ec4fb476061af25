package si.kazalnik.notification.store;

import com.mongodb.WriteConcern;
import com.mongodb.client.MongoDatabase;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.MongoDatabaseFactory;

/** The database of this service. */
@Configuration(proxyBeanMethods = false)
class StoreConfiguration {

  @Bean
  MongoDatabase notificationDatabase(MongoDatabaseFactory factory) {
    // What is acknowledged must outlive a killed database: a mail may be handed over because of it.
    return factory.getMongoDatabase().withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
  }

  @Bean
  @ConditionalOnMissingBean
  Durability durability() {
    return () -> {};
  }
}
