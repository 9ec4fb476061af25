package si.kazalnik.notification.store;

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
    return factory.getMongoDatabase();
  }

  @Bean
  @ConditionalOnMissingBean
  Durability durability() {
    return () -> {};
  }
}
