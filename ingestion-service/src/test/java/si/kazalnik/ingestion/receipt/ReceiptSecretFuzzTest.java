package si.kazalnik.ingestion.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** The file at {@code kazalnik.ingestion.receipt-secret-file}. */
class ReceiptSecretFuzzTest {

  /** "A wrong value stops the start with a sentence that names the key, the value and …". */
  @FuzzTest
  void it_signs_or_is_refused_with_a_sentence_that_names_the_key(byte[] input) {
    String secret;
    try {
      secret = ReceiptConfiguration.secret("receipts.key", input);
    } catch (IllegalArgumentException refused) {
      assertThat(refused)
          .hasMessageStartingWith("kazalnik.ingestion.receipt-secret-file is `receipts.key`");
      return;
    }
    assertThat(secret).hasSizeGreaterThanOrEqualTo(32).isEqualTo(secret.strip());
    ReceiptSigner signer = new ReceiptSigner(secret.getBytes(StandardCharsets.UTF_8));
    Receipt receipt = signer.issue("jhl-it", Instant.EPOCH, 1);
    assertThat(signer.read(receipt.id())).contains(receipt);
  }
}
