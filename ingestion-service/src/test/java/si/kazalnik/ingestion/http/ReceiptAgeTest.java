package si.kazalnik.ingestion.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.SimpleMongoClientDatabaseFactory;
import si.kazalnik.contract.Topics;
import si.kazalnik.ingestion.mongo.MadeStores;
import si.kazalnik.ingestion.receipt.ReceiptSigner;
import si.kazalnik.service.clock.ServiceClock;
import si.kazalnik.service.keys.BearerKeys;
import si.kazalnik.testing.TestMongo;

/** What is no longer kept must not look like what is still to come. */
class ReceiptAgeTest {

  private final SimpleMongoClientDatabaseFactory mongo =
      new SimpleMongoClientDatabaseFactory(TestMongo.embedded().uniqueDatabase());
  private final MadeStores stores = new MadeStores(mongo, new Topics(""));
  private final ReceiptSigner signer =
      new ReceiptSigner("0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.UTF_8));

  @AfterEach
  void close() throws Exception {
    mongo.destroy();
  }

  @Test
  void a_receipt_is_known_for_as_long_as_its_ledger() {
    ServiceClock clock = ServiceClock.system();
    assertThat(status(clock, clock.instant().minus(Duration.ofDays(29)))).isEqualTo(200);
    assertThat(status(clock, clock.instant().minus(Duration.ofDays(31)))).isEqualTo(404);
  }

  @Test
  void a_clock_that_is_set_ages_no_receipt() {
    Instant given = Instant.parse("2026-01-01T00:00:00Z");
    assertThat(status(ServiceClock.standingAt(given.plus(Duration.ofDays(300))), given))
        .isEqualTo(200);
  }

  private int status(ServiceClock clock, Instant given) {
    Caller operator = new Caller(header -> Optional.of(BearerKeys.OPERATOR));
    return new ReceiptsController(operator, signer, stores.ledger(), stores.rejections(), clock)
        .receipt(signer.issue("ngo", given, 1).id(), "Bearer x")
        .getStatusCode()
        .value();
  }
}
