package si.kazalnik.ingestion.receipt;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Makes and reads receipts {@code provider_time_number_nonce_signature}: time in milliseconds of
 * 1970 and number in base 36, a random nonce, and half of an HMAC-SHA-256 over all that stands
 * before it. Safe for use by several threads.
 */
public final class ReceiptSigner {

  private static final String ALGORITHM = "HmacSHA256";
  private static final int RADIX = 36;
  private static final int NONCE_BYTES = 6;
  private static final int SIGNATURE_BYTES = 16;
  private static final HexFormat HEX = HexFormat.of();
  private static final Pattern FORM =
      Pattern.compile(
          "(?<signed>(?<provider>[a-z0-9.-]{1,200})_(?<time>-?[0-9a-z]{1,13})_(?<number>[0-9a-z]{1,6})"
              + "_[0-9a-f]{12})_(?<signature>[0-9a-f]{32})");

  private final SecretKeySpec secret;
  private final SecureRandom random = new SecureRandom();

  /**
   * @param secret the same on every instance and after every restart, else older receipts are
   *     strange
   */
  public ReceiptSigner(byte[] secret) {
    this.secret = new SecretKeySpec(secret, ALGORITHM);
  }

  /** A new receipt. */
  public Receipt issue(String provider, Instant now, int number) {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    String signed =
        String.join(
            "_",
            provider,
            Long.toString(now.toEpochMilli(), RADIX),
            Integer.toString(number, RADIX),
            HEX.formatHex(nonce));
    return new Receipt(
        signed + '_' + HEX.formatHex(signature(signed)),
        provider,
        Instant.ofEpochMilli(now.toEpochMilli()),
        number);
  }

  /** The receipt of that id; empty where we did not issue it. */
  public Optional<Receipt> read(String id) {
    Matcher parts = FORM.matcher(id);
    if (!parts.matches()
        || !MessageDigest.isEqual(
            signature(parts.group("signed")), HEX.parseHex(parts.group("signature")))) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new Receipt(
              id,
              parts.group("provider"),
              Instant.ofEpochMilli(Long.parseLong(parts.group("time"), RADIX)),
              Integer.parseInt(parts.group("number"), RADIX)));
    } catch (NumberFormatException | DateTimeException neverSigned) {
      return Optional.empty();
    }
  }

  private byte[] signature(String signed) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(secret);
      return Arrays.copyOf(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)), SIGNATURE_BYTES);
    } catch (GeneralSecurityException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }
}
