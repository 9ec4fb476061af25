package si.kazalnik.ingestion.http;

import com.mongodb.MongoException;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import si.kazalnik.ingestion.kafka.CurrentCatalogue;
import si.kazalnik.ingestion.mongo.Balance;
import si.kazalnik.ingestion.mongo.LedgerStore;

/** {@code GET /v1/balance}: what became of every event. Open to all: it names no event. */
@RestController
class BalanceController {

  private final LedgerStore ledger;
  private final CurrentCatalogue catalogue;

  BalanceController(LedgerStore ledger, CurrentCatalogue catalogue) {
    this.ledger = ledger;
    this.catalogue = catalogue;
  }

  /**
   * The balance as it is shown.
   *
   * @param providers those of the catalogue, and whoever else sent something, by id
   */
  record View(Map<String, Balance.OfProvider> providers) {}

  @GetMapping("/v1/balance")
  ResponseEntity<Object> balance() {
    Balance balance;
    try {
      balance = ledger.balance();
    } catch (MongoException e) {
      return Refused.storeAway();
    }
    Map<String, Balance.OfProvider> providers = new TreeMap<>(balance.providers());
    catalogue.providers().forEach(id -> providers.putIfAbsent(id, Balance.OfProvider.NOTHING));
    return ResponseEntity.ok(new View(providers));
  }
}
