package si.kazalnik.standalone.inbox;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Stream;

/**
 * Mails as files, one each, as they came, with the envelope's addresses put before them in headers
 * of our own.
 */
final class MailFolder {

  private static final String TO = "X-Kazalnik-To";
  private static final String SUFFIX = ".eml";
  private static final DateTimeFormatter NAME =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss.SSS'Z'").withZone(ZoneOffset.UTC);

  private final Path folder;
  private final ConcurrentSkipListMap<String, Mail> mails =
      new ConcurrentSkipListMap<>(Comparator.reverseOrder());
  private int kept;

  private MailFolder(Path folder) {
    this.folder = folder;
  }

  /** The folder with the mails that lie in it, made if it is not there. */
  static MailFolder open(Path folder) {
    MailFolder mails = new MailFolder(folder);
    try {
      Files.createDirectories(folder);
      try (Stream<Path> files = Files.list(folder)) {
        for (Path file : files.filter(f -> f.toString().endsWith(SUFFIX)).toList()) {
          String name = Objects.requireNonNull(file.getFileName()).toString();
          mails.list(name.substring(0, name.length() - SUFFIX.length()));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the mails in " + folder + " can't be read", e);
    }
    return mails;
  }

  /** Keeps a mail; it is in the folder when this returns. */
  synchronized Mail keep(List<String> to, byte[] content) throws IOException {
    String id = NAME.format(Instant.now()) + "-" + String.format(Locale.ROOT, "%04d", kept++);
    Path beside = folder.resolve(id + ".new");
    byte[] envelope = (TO + ": " + String.join(", ", to) + "\r\n").getBytes(StandardCharsets.UTF_8);
    byte[] whole = Arrays.copyOf(envelope, envelope.length + content.length);
    System.arraycopy(content, 0, whole, envelope.length, content.length);
    Files.write(beside, whole);
    Files.move(beside, file(id), StandardCopyOption.ATOMIC_MOVE);
    return list(id);
  }

  /** Newest first. */
  List<Mail> all() {
    return new ArrayList<>(mails.values());
  }

  /** As it came; empty where there is no mail of that id. */
  Optional<byte[]> source(String id) throws IOException {
    return mails.containsKey(id) ? Optional.of(Files.readAllBytes(file(id))) : Optional.empty();
  }

  /** The mail's parts; empty where there is no mail of that id. */
  Optional<MimeMessage> message(String id) throws IOException {
    Optional<byte[]> source = source(id);
    return source.isEmpty() ? Optional.empty() : Optional.of(parse(source.get()));
  }

  private Mail list(String id) throws IOException {
    MimeMessage message = parse(Files.readAllBytes(file(id)));
    try {
      Instant at = NAME.parse(id.substring(0, id.lastIndexOf('-')), Instant::from);
      // The headers as they are: what is no address must not make the mail unreadable.
      String from = Objects.requireNonNullElse(message.getHeader("From", ", "), "");
      Mail mail =
          new Mail(
              id,
              at,
              MailText.decoded(MimeUtility.unfold(from)),
              List.of(message.getHeader(TO, ", ").split(", ", -1)),
              Objects.requireNonNullElse(message.getSubject(), ""),
              Objects.requireNonNullElse(message.getMessageID(), ""));
      mails.put(id, mail);
      return mail;
    } catch (MessagingException e) {
      throw new IOException("the mail " + id + " can't be read", e);
    }
  }

  private static MimeMessage parse(byte[] source) throws IOException {
    try {
      return new MimeMessage(
          Session.getInstance(new Properties()), new ByteArrayInputStream(source));
    } catch (MessagingException e) {
      throw new IOException("not a mail", e);
    }
  }

  private Path file(String id) {
    return folder.resolve(id + SUFFIX);
  }
}
