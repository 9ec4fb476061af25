package si.kazalnik.notification.outbox;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/** Ids of mails: the same for the same mail, and of nothing that a header may not hold. */
final class MailIds {

  private static final int BYTES = 16;

  private MailIds() {}

  /**
   * The id of the mail whose oldest notice is that one. No notice is the oldest of two mails: it
   * leaves the waiting ones as it enters the first.
   */
  static String of(String oldestNotice) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256")
              .digest(oldestNotice.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /**
   * The {@code Message-ID} of the mail to the n-th address of its role.
   *
   * @param from sender, whose domain it bears
   */
  static String messageId(String mail, int address, String from) {
    String domain = from.substring(from.lastIndexOf('@') + 1).replaceAll("[^A-Za-z0-9.-]", "");
    return String.format(Locale.ROOT, "<%s.%d@%s>", mail, address, domain);
  }
}
