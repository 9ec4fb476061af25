package si.kazalnik.benchmark.fault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import si.kazalnik.benchmark.run.Mail;

/** What the mail server did, a line each, readable also after it was killed. */
final class MailJournal {
  /** Stands for what was not said yet. */
  static final String UNKNOWN = "-";

  private final Path folder;
  private final Path lines;

  MailJournal(Path folder) {
    this.folder = folder;
    this.lines = folder.resolve("journal");
  }

  /** What was done with a mail. */
  enum Act {
    KEPT,
    REPLIED,
    /** For good. */
    REFUSED,
    /** Told to come again. */
    PUT_OFF,
    /** Left without an answer. */
    HELD_UP,
    /** The connection broken off, after the mail was kept or before. */
    HUNG_UP
  }

  /**
   * One line.
   *
   * @param port of the client's end of the connection
   * @param recipient or {@link #UNKNOWN}
   * @param messageId or {@link #UNKNOWN}
   */
  record Line(Instant at, Act act, int port, String recipient, String messageId) {}

  synchronized void kept(String messageId, int port, String recipient, byte[] source)
      throws IOException {
    Files.write(
        folder.resolve(Instant.now().toEpochMilli() + "-" + port + ".eml"),
        source,
        StandardOpenOption.CREATE_NEW);
    write(Act.KEPT, port, recipient, messageId);
  }

  /** Written before a reply; {@link Act#REPLIED} after its last byte was handed to the system. */
  synchronized void did(Act act, String messageId, int port, String recipient) {
    write(act, port, recipient, messageId);
  }

  private void write(Act act, int port, String recipient, String messageId) {
    String line = Instant.now() + " " + act + " " + port + " " + recipient + " " + messageId + "\n";
    try {
      Files.writeString(lines, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What was kept, by {@code Message-ID}. */
  Map<String, String> sources() throws IOException {
    Map<String, String> sources = new HashMap<>();
    if (Files.exists(folder)) {
      try (Stream<Path> files = Files.list(folder)) {
        for (Path file : files.filter(each -> each.toString().endsWith(".eml")).toList()) {
          String source = Files.readString(file, StandardCharsets.ISO_8859_1);
          sources.put(Mail.idOf(source), source);
        }
      }
    }
    return sources;
  }

  long count(Act act) throws IOException {
    return read().stream().filter(each -> each.act() == act).count();
  }

  List<Line> read() throws IOException {
    List<Line> read = new ArrayList<>();
    if (Files.exists(lines)) {
      for (String line : Files.readAllLines(lines, StandardCharsets.UTF_8)) {
        String[] words = line.split(" ", 5);
        read.add(
            new Line(
                Instant.parse(words[0]),
                Act.valueOf(words[1]),
                Integer.parseInt(words[2]),
                words[3],
                words[4]));
      }
    }
    return read;
  }
}
