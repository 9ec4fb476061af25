package si.kazalnik.ingestion.metrics;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToDoubleFunction;
import org.springframework.stereotype.Component;
import si.kazalnik.contract.RejectionCode;
import si.kazalnik.contract.catalogue.Provider;
import si.kazalnik.ingestion.mongo.Balance;
import si.kazalnik.ingestion.mongo.LedgerTotals;
import si.kazalnik.service.catalogue.CatalogueReader;

/**
 * The balance as counters: {@code measurements_received_total{provider}} = {@code
 * measurements_accepted_total{provider}} + the sum of {@code
 * measurements_rejected_total{provider,code}} over its codes. They are read from sums over the
 * ledger, so that a restart resets none; each instance shows the ledger partitions that it keeps,
 * and the sum over instances is the whole.
 */
@Component
class BalanceMetrics {

  private final MeterRegistry meters;
  private final LedgerTotals totals;
  private final Set<List<String>> shown = ConcurrentHashMap.newKeySet();

  BalanceMetrics(MeterRegistry meters, LedgerTotals totals, CatalogueReader catalogues) {
    this.meters = meters;
    this.totals = totals;
    totals.whenChanged(this::show);
    catalogues.whenPublished(
        publication ->
            publication.catalogue().providers().stream().map(Provider::id).forEach(this::show));
  }

  private void show(Balance balance) {
    balance
        .providers()
        .forEach(
            (provider, of) -> {
              show(provider);
              of.codes().keySet().forEach(code -> show(provider, code));
            });
  }

  private void show(String provider) {
    if (shown.add(List.of(provider))) {
      counter("measurements.received", provider, Balance.OfProvider::received)
          .description("Events received on the provider's raw topic")
          .register(meters);
      counter("measurements.accepted", provider, Balance.OfProvider::accepted)
          .description("Events that went on as measurements")
          .register(meters);
    }
  }

  private void show(String provider, RejectionCode code) {
    if (shown.add(List.of(provider, code.name()))) {
      counter(
              "measurements.rejected",
              provider,
              (Balance.OfProvider of) -> of.codes().getOrDefault(code, 0L))
          .tag("code", code.name())
          .description("Events refused, by reason")
          .register(meters);
    }
  }

  private FunctionCounter.Builder<LedgerTotals> counter(
      String name, String provider, ToDoubleFunction<Balance.OfProvider> count) {
    return FunctionCounter.builder(name, totals, all -> count.applyAsDouble(all.sum().of(provider)))
        .tag("provider", provider);
  }
}
