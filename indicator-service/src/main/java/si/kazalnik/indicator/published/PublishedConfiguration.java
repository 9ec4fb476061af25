package si.kazalnik.indicator.published;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import si.kazalnik.service.catalogue.CatalogueReader;
import si.kazalnik.service.clock.ServiceClock;

/** Puts together what the public sees. */
@Configuration(proxyBeanMethods = false)
class PublishedConfiguration {

  @Bean
  PublishedStrategies publishedStrategies(
      CatalogueReader reader,
      PublishedValues values,
      PublishedCatalogues catalogues,
      ServiceClock clock) {
    return new PublishedStrategies(reader::current, values, catalogues, clock);
  }
}
