package si.kazalnik.benchmark.run;

import jakarta.mail.BodyPart;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A mail as the server took it.
 *
 * @param messageId {@code none} where it has none
 * @param recipient the address
 * @param source as it came
 * @param replyLost whether the sender may not have learnt that it was taken
 */
public record Mail(String messageId, String recipient, String source, boolean replyLost) {
  private static final Pattern MESSAGE_ID =
      Pattern.compile("^Message-ID:\\s*(\\S+)", Pattern.CASE_INSENSITIVE | Pattern.MULTILINE);
  private static final Pattern LINK = Pattern.compile("/(?:indicators|kazalniki)/([^\\s\"<>]+)");

  /** Of more deviations than these a mail has only the titles. */
  private static final int MOST_LINKED = 20;

  /**
   * The mails of a folder, one a file.
   *
   * @param replyLost whether the reply to one that was kept at that time may be lost
   */
  static List<Mail> in(Path folder, Predicate<Instant> replyLost) throws IOException {
    List<Mail> mails = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(each -> each.toString().endsWith(".eml")).sorted().toList()) {
        String source = Files.readString(file, StandardCharsets.ISO_8859_1);
        boolean lost = replyLost.test(Files.getLastModifiedTime(file).toInstant());
        mails.add(new Mail(idOf(source), recipientOf(source), source, lost));
      }
    }
    return mails;
  }

  /** The {@code Message-ID} of a mail's source. */
  public static String idOf(String source) {
    Matcher id = MESSAGE_ID.matcher(source);
    return id.find() ? id.group(1) : "none";
  }

  private static String recipientOf(String source) {
    try {
      return parsed(source).getRecipients(Message.RecipientType.TO)[0].toString();
    } catch (MessagingException e) {
      throw new IllegalStateException("not a mail: " + source, e);
    }
  }

  /** The indicators to whose pages it leads. */
  Set<String> indicators() {
    Set<String> found = new HashSet<>();
    Matcher links = LINK.matcher(text());
    while (links.find()) {
      found.add(links.group(1));
    }
    return found;
  }

  /** Whether it can't lead to all of which it tells. */
  boolean isLong() {
    return LINK.matcher(text()).results().count() >= MOST_LINKED;
  }

  private String text() {
    try {
      StringBuilder text = new StringBuilder();
      collect(parsed(source).getContent(), text);
      return text.toString();
    } catch (MessagingException | IOException e) {
      throw new IllegalStateException("not a mail: " + source, e);
    }
  }

  private static void collect(Object content, StringBuilder text)
      throws MessagingException, IOException {
    if (content instanceof String plain) {
      text.append(plain);
    } else if (content instanceof Multipart parts) {
      for (int i = 0; i < parts.getCount(); i++) {
        BodyPart part = parts.getBodyPart(i);
        if (part.isMimeType("text/plain") || part.isMimeType("multipart/*")) {
          collect(part.getContent(), text);
        }
      }
    }
  }

  private static MimeMessage parsed(String source) throws MessagingException {
    InputStream bytes = new ByteArrayInputStream(source.getBytes(StandardCharsets.ISO_8859_1));
    return new MimeMessage(null, bytes);
  }
}
