package si.kazalnik.indicator.metrics;

import io.micrometer.core.instrument.config.MeterFilter;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import si.kazalnik.contract.catalogue.Provider;
import si.kazalnik.indicator.published.PublishedStrategies;
import si.kazalnik.indicator.published.PublishedValues;
import si.kazalnik.indicator.topology.Balances;
import si.kazalnik.indicator.topology.ComputedHere;
import si.kazalnik.service.catalogue.CatalogueReader;
import si.kazalnik.service.clock.ServiceClock;

/** Puts the metrics on {@code /actuator/prometheus}. */
@Configuration(proxyBeanMethods = false)
class MetricsConfiguration {

  @Bean
  IndicatorCollector indicatorCollector(
      PrometheusRegistry registry,
      PublishedStrategies strategies,
      PublishedValues values,
      ComputedHere here,
      ServiceClock clock) {
    IndicatorCollector collector = new IndicatorCollector(strategies, values, here, clock);
    registry.register(collector);
    return collector;
  }

  @Bean
  BalanceCollector balanceCollector(
      PrometheusRegistry registry,
      CatalogueReader catalogue,
      Balances balances,
      ComputedHere here) {
    BalanceCollector collector =
        new BalanceCollector(
            () -> providers(catalogue), balances::counts, balances::unreadable, here);
    registry.register(collector);
    return collector;
  }

  /** Of Kafka Streams' own: threads and clients, lag among them, not every node and store. */
  @Bean
  MeterFilter noNodesAndStores() {
    return MeterFilter.deny(
        id ->
            id.getName().startsWith("kafka.stream.")
                && !id.getName().startsWith("kafka.stream.thread."));
  }

  private static List<String> providers(CatalogueReader catalogue) {
    return catalogue
        .current()
        .map(each -> each.catalogue().providers().stream().map(Provider::id).toList())
        .orElseGet(List::of);
  }
}
