package si.kazalnik.benchmark.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A mail as the server took it.
 *
 * @param messageId {@code none} where it has none
 * @param replyLost whether the sender may not have learnt that it was taken
 */
public record Mail(String messageId, boolean replyLost) {
  private static final Pattern MESSAGE_ID =
      Pattern.compile("^Message-ID:\\s*(\\S+)", Pattern.CASE_INSENSITIVE | Pattern.MULTILINE);

  /** The mails of a folder, one a file. */
  static List<Mail> in(Path folder, boolean replyLost) throws IOException {
    List<Mail> mails = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(each -> each.toString().endsWith(".eml")).sorted().toList()) {
        mails.add(new Mail(idOf(Files.readString(file, StandardCharsets.ISO_8859_1)), replyLost));
      }
    }
    return mails;
  }

  /** The {@code Message-ID} of a mail's source. */
  public static String idOf(String source) {
    Matcher id = MESSAGE_ID.matcher(source);
    return id.find() ? id.group(1) : "none";
  }
}
