package si.kazalnik.ingestion.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static si.kazalnik.ingestion.testing.RunningIngestion.header;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TransactionListing;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import si.kazalnik.contract.AcceptedMeasurement;
import si.kazalnik.contract.EventHeaders;
import si.kazalnik.contract.LedgerEntry;
import si.kazalnik.ingestion.testing.Events;
import si.kazalnik.ingestion.testing.RunningIngestion;
import si.kazalnik.testing.TestBroker;
import si.kazalnik.testing.TestMongo;

class RawEventsListenerIT {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private static RunningIngestion service;

  @BeforeAll
  static void start() {
    service = RunningIngestion.ready(TestMongo.embedded().uniqueDatabase());
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  @Test
  void a_bad_event_between_two_good_ones_is_kept_and_both_good_ones_arrive() {
    service.send("jhl-it", Events.application("gbg-1", 1));
    service.send("jhl-it", "not json");
    service.send("jhl-it", Events.application("gbg-2", 2));

    await().atMost(PATIENCE).untilAsserted(() -> assertThat(accepted()).contains("gbg-1", "gbg-2"));
    ConsumerRecord<byte[], byte[]> kept =
        service.all(service.topics().rejected()).stream()
            .filter(
                r ->
                    new String(r.value(), java.nio.charset.StandardCharsets.UTF_8)
                        .equals("not json"))
            .findFirst()
            .orElseThrow();
    assertThat(header(kept, EventHeaders.CODE)).isEqualTo("MALFORMED");
    assertThat(header(kept, EventHeaders.PROVIDER)).isEqualTo("jhl-it");
    assertThat(header(kept, EventHeaders.MESSAGE)).contains("not JSON");
  }

  @Test
  void the_ledger_closes_over_every_record_of_the_raw_topic() {
    for (int i = 0; i < 300; i++) {
      service.send("jhl-it", i % 3 == 0 ? "{}" : Events.application("led-" + i, i));
    }
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> {
              List<LedgerEntry> ledger = service.all(service.topics().ledger(), LedgerEntry.class);
              long received = ledger.stream().mapToLong(LedgerEntry::received).sum();
              long accepted = ledger.stream().mapToLong(LedgerEntry::accepted).sum();
              long rejected = ledger.stream().mapToLong(LedgerEntry::rejected).sum();
              assertThat(received)
                  .isEqualTo(accepted + rejected)
                  .isEqualTo(service.all(service.topics().raw("jhl-it")).size());
              assertThat(accepted).isEqualTo(service.all(service.topics().measurements()).size());
              assertThat(rejected).isEqualTo(service.all(service.topics().rejected()).size());
            });
  }

  /** As a broker does with those whose transactions it has given up, for instance after a crash. */
  @Test
  void what_was_read_into_a_transaction_that_was_fenced_is_read_again() throws Exception {
    for (int i = 0; i < 20; i++) {
      service.send("jhl-it", Events.application("before-" + i, 1));
    }
    await().atMost(PATIENCE).until(() -> accepted().contains("before-19"));

    int fenced = fenceIngestion();
    assertThat(fenced).isPositive();
    for (int i = 0; i < 20; i++) {
      service.send("jhl-it", Events.application("after-" + i, 1));
    }

    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(accepted())
                    .containsAll(IntStream.range(0, 20).mapToObj(i -> "after-" + i).toList()));
    assertThat(accepted()).doesNotHaveDuplicates();
  }

  private static int fenceIngestion() throws Exception {
    try (Admin admin =
        Admin.create(
            Map.of("bootstrap.servers", (Object) TestBroker.shared().bootstrapServers()))) {
      List<String> transactions =
          admin.listTransactions().all().get().stream()
              .map(TransactionListing::transactionalId)
              .filter(id -> id.startsWith(service.topics().prefix() + "ingestion-"))
              .toList();
      admin.fenceProducers(transactions).all().get();
      return transactions.size();
    }
  }

  private static List<String> accepted() {
    return service.all(service.topics().measurements(), AcceptedMeasurement.class).stream()
        .map(AcceptedMeasurement::measurement)
        .toList();
  }
}
