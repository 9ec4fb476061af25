package si.kazalnik.ingestion.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ReceiptSignerTest {

  private static final Instant NOW = Instant.parse("2026-11-01T12:00:00.123Z");

  private final ReceiptSigner signer =
      new ReceiptSigner("a secret of the right length".getBytes(StandardCharsets.UTF_8));

  @Test
  void a_receipt_is_read_back_by_its_id_alone() {
    Receipt receipt = signer.issue("jhl-it.2", NOW, 4711);
    assertThat(signer.read(receipt.id())).contains(receipt);
    assertThat(receipt.receivedAt()).isEqualTo(NOW);
    assertThat(receipt.number()).isEqualTo(4711);
  }

  @Test
  void two_requests_of_the_same_instant_have_two_receipts() {
    assertThat(signer.issue("a", NOW, 1).id()).isNotEqualTo(signer.issue("a", NOW, 1).id());
  }

  @Test
  void a_changed_or_foreign_id_is_none_of_ours() {
    String id = signer.issue("jhl-it", NOW, 10).id();
    ReceiptSigner other = new ReceiptSigner("another secret".getBytes(StandardCharsets.UTF_8));
    assertThat(other.read(id)).isEmpty();
    assertThat(signer.read(id.replace("jhl-it", "ngo"))).isEmpty();
    assertThat(signer.read(id.replace("_a_", "_b_"))).isEmpty();
    assertThat(signer.read("")).isEmpty();
    assertThat(signer.read("x".repeat(100_000))).isEmpty();
  }
}
