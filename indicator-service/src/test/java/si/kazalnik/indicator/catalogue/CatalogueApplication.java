package si.kazalnik.indicator.catalogue;

import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import si.kazalnik.service.ServiceBaseConfiguration;
import si.kazalnik.service.catalogue.CatalogueReaderConfiguration;
import si.kazalnik.testing.TestBroker;

/**
 * The catalogue's part of the service alone, over real HTTP and a real broker. No
 * {@code @Configuration}: the whole service, which other tests start, must not find it.
 */
@EnableAutoConfiguration
@EnableConfigurationProperties(CatalogueSettings.class)
@Import({
  ServiceBaseConfiguration.class,
  CatalogueReaderConfiguration.class,
  CatalogueConfiguration.class,
  CatalogueController.class
})
class CatalogueApplication {

  static ConfigurableApplicationContext run(String prefix, String... settings) {
    List<String> all = new ArrayList<>(List.of(settings));
    all.add("spring.config.name=none");
    all.add("server.port=0");
    all.add("management.server.port=0");
    all.add("kazalnik.topics.prefix=" + prefix);
    all.add("spring.kafka.bootstrap-servers=" + TestBroker.shared().bootstrapServers());
    return new SpringApplicationBuilder(CatalogueApplication.class)
        .properties(all.toArray(String[]::new))
        .run();
  }
}
