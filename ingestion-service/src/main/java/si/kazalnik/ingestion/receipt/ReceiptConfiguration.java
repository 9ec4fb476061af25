package si.kazalnik.ingestion.receipt;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where the receipts' secret comes from. */
@Configuration(proxyBeanMethods = false)
class ReceiptConfiguration {

  private static final int SECRET_BYTES = 32;

  @Bean
  ReceiptSigner receiptSigner(ReceiptSettings settings) {
    String secret =
        settings.receiptSecret().isEmpty()
            ? fromFile(settings.receiptSecretFile())
            : settings.receiptSecret();
    return new ReceiptSigner(secret.getBytes(StandardCharsets.UTF_8));
  }

  private static String fromFile(String file) {
    if (file.isEmpty()) {
      LoggerFactory.getLogger(ReceiptConfiguration.class)
          .warn(
              "kazalnik.ingestion.receipt-secret and -file are not set: receipts that are given out"
                  + " now will be unknown after a restart and to other instances");
      return random();
    }
    Path path = Path.of(file);
    try {
      writeIfMissing(path);
      return secret(file, Files.readAllBytes(path));
    } catch (IOException e) {
      throw new UncheckedIOException(
          "kazalnik.ingestion.receipt-secret-file is `" + file + "`, which can't be read or made",
          e);
    }
  }

  /**
   * The secret that the file holds.
   *
   * @throws IllegalArgumentException naming the file, where it is no text, or too short to protect
   */
  static String secret(String file, byte[] content) {
    String text = new String(content, StandardCharsets.UTF_8).strip();
    if (text.length() < ReceiptSettings.SHORTEST || text.indexOf('\uFFFD') >= 0) {
      throw new IllegalArgumentException(
          "kazalnik.ingestion.receipt-secret-file is `"
              + file
              + "`, which holds no secret; allowed is a text of at least "
              + ReceiptSettings.SHORTEST
              + " characters. Deleted, it is made anew, and older receipts are strange");
    }
    return text;
  }

  private static void writeIfMissing(Path path) throws IOException {
    if (Files.exists(path)) {
      return;
    }
    try {
      Files.writeString(path, random(), StandardOpenOption.CREATE_NEW);
    } catch (FileAlreadyExistsException anotherInstanceWasQuicker) {
      LoggerFactory.getLogger(ReceiptConfiguration.class).debug("{} is there now", path);
    }
  }

  private static String random() {
    byte[] secret = new byte[SECRET_BYTES];
    new SecureRandom().nextBytes(secret);
    return HexFormat.of().formatHex(secret);
  }
}
