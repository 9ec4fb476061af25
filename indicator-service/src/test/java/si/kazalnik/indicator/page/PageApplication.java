package si.kazalnik.indicator.page;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import si.kazalnik.indicator.published.PublishedStrategies;
import si.kazalnik.indicator.published.PublishedValues;

/**
 * The pages alone, over real HTTP, on made records. No {@code @Configuration}: the whole service,
 * which other tests start, must not find it in its packages.
 */
@EnableAutoConfiguration(
    excludeName = {
      "org.springframework.boot.mongodb.autoconfigure.MongoAutoConfiguration",
      "org.springframework.boot.data.mongodb.autoconfigure.DataMongoAutoConfiguration",
      "org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration"
    })
@Import({PageController.class, PageErrors.class, Pages.class, Missing.class, Assets.class})
class PageApplication {

  private static final Made MADE = Made.ljubljana();

  static ConfigurableApplicationContext run() {
    return new SpringApplicationBuilder(PageApplication.class)
        .properties("spring.config.name=none", "server.port=0", "management.server.port=-1")
        .run();
  }

  @Bean
  PublishedStrategies strategies() {
    return MADE.strategies();
  }

  @Bean
  PublishedValues values() {
    return MADE.values();
  }
}
