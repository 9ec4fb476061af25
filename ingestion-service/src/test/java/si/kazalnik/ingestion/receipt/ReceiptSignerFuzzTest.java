package si.kazalnik.ingestion.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** The id in {@code GET /v1/receipts/{id}}, and in a header that anybody can write. */
class ReceiptSignerFuzzTest {

  private final ReceiptSigner signer =
      new ReceiptSigner("0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.UTF_8));
  private final Receipt own = signer.issue("jhl-it", Instant.parse("2026-11-01T12:00:00Z"), 100);

  @FuzzTest
  void no_other_id_than_one_that_was_issued_is_known(byte[] input) {
    String text = new String(input, StandardCharsets.UTF_8);
    assertThat(signer.read(own.id())).contains(own);
    assertThat(signer.read(text)).isEmpty();
    int cut = text.length() % own.id().length();
    String forged = own.id().substring(0, cut) + text + own.id().substring(cut);
    if (!text.isEmpty()) {
      assertThat(signer.read(forged)).isEmpty();
    }
  }
}
