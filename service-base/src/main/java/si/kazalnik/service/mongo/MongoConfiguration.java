package si.kazalnik.service.mongo;

import com.mongodb.WriteConcern;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How MongoDB is written to. */
@Configuration(proxyBeanMethods = false)
public class MongoConfiguration {

  /**
   * What is acknowledged must outlive a killed database: a consumer has gone on by then, and would
   * not read it again; a mail may be handed over because of it.
   */
  @Bean
  MongoClientSettingsBuilderCustomizer durableWrites() {
    return settings -> settings.writeConcern(WriteConcern.MAJORITY.withJournal(true));
  }
}
