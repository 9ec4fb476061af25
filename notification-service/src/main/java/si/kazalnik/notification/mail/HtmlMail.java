package si.kazalnik.notification.mail;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import si.kazalnik.notification.wording.MailContent;

/**
 * The mail as HTML: tables and inline styles only, no outside resource. The template escapes all
 * that it is given, and fails on a name that is not there.
 */
final class HtmlMail {

  private static final Template TEMPLATE = template("/mail/mail.html");

  private HtmlMail() {}

  /** A section and the name of its picture within the mail. */
  record Shown(MailContent.Section section, @Nullable String cid) {}

  record Model(MailContent mail, String preheader, List<Shown> sections) {}

  static String render(MailContent content) {
    List<Shown> sections = new ArrayList<>();
    for (int i = 0; i < content.sections().size(); i++) {
      MailContent.Section section = content.sections().get(i);
      sections.add(new Shown(section, section.figure() == null ? null : cid(i)));
    }
    return TEMPLATE.execute(new Model(content, content.sections().get(0).sentence(), sections));
  }

  /** The name of the n-th section's picture. */
  static String cid(int section) {
    return "chart-" + section;
  }

  private static Template template(String path) {
    try (InputStream stream =
            Objects.requireNonNull(HtmlMail.class.getResourceAsStream(path), path);
        InputStreamReader reader = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
      return Mustache.compiler().escapeHTML(true).compile(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(path + " can't be read", e);
    }
  }
}
