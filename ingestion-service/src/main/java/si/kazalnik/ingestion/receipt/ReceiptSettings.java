package si.kazalnik.ingestion.receipt;

import jakarta.validation.constraints.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Keys {@code kazalnik.ingestion.receipt-*}.
 *
 * @param receiptSecret what receipts are signed with, at least 32 characters, the same on every
 *     instance; empty for the file's
 * @param receiptSecretFile a file that holds the secret; made with a random one where it is
 *     missing; empty for a random secret that dies with the process
 */
@ConfigurationProperties("kazalnik.ingestion")
@Validated
public record ReceiptSettings(
    @DefaultValue("")
        @Pattern(
            regexp = "|.{" + ReceiptSettings.SHORTEST + ",}",
            message = "must be empty or at least " + ReceiptSettings.SHORTEST + " characters")
        String receiptSecret,
    @DefaultValue("") String receiptSecretFile) {

  /** Characters of the shortest secret. */
  static final int SHORTEST = 32;

  @Override
  public String toString() {
    return "ReceiptSettings[receiptSecretFile=" + receiptSecretFile + "]";
  }
}
