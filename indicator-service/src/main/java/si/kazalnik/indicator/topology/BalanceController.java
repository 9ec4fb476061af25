package si.kazalnik.indicator.topology;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import si.kazalnik.contract.catalogue.Provider;
import si.kazalnik.service.catalogue.CatalogueReader;

/** {@code GET /v1/balance}: accepted = applied + duplicate + superseded, for each provider. */
@RestController
class BalanceController {

  private final Balances balances;
  private final CatalogueReader catalogue;

  BalanceController(Balances balances, CatalogueReader catalogue) {
    this.balances = balances;
    this.catalogue = catalogue;
  }

  /** The answer. */
  record Balance(@Nullable String catalogue, boolean settled, Map<String, OfProvider> providers) {}

  /** One provider's events. */
  record OfProvider(long accepted, long applied, long duplicate, long superseded) {}

  @GetMapping("/v1/balance")
  Balance balance() {
    // Settled first: the counts are then at least as new.
    boolean settled = balances.settled();
    Map<String, OfProvider> providers = new TreeMap<>();
    catalogue
        .current()
        .ifPresent(
            publication -> {
              for (Provider each : publication.catalogue().providers()) {
                providers.put(each.id(), of(ProviderCounts.NONE));
              }
            });
    balances.counts().forEach((provider, counts) -> providers.put(provider, of(counts)));
    return new Balance(balances.catalogue().orElse(null), settled, providers);
  }

  private static OfProvider of(ProviderCounts counts) {
    return new OfProvider(
        counts.accepted(), counts.applied(), counts.duplicate(), counts.superseded());
  }
}
