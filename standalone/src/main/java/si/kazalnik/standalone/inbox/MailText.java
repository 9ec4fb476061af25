package si.kazalnik.standalone.inbox;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.IOException;
import java.io.InputStream;
import java.io.UnsupportedEncodingException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a mail says.
 *
 * @param text the plain text, or empty
 * @param html the HTML with its images inside it, or empty
 */
record MailText(String text, String html) {

  /** What of it can be read; in the place of a part that can't be stands why. */
  static MailText of(MimeMessage message) {
    Found found = new Found();
    found.read(message, 0);
    String html = String.join("\n<hr>\n", found.html);
    for (Map.Entry<String, String> image : found.images.entrySet()) {
      html = html.replace("cid:" + image.getKey(), image.getValue());
    }
    return new MailText(String.join("\n", found.text), html);
  }

  /** A header's text with its encoded words read. */
  static String decoded(String header) {
    try {
      return MimeUtility.decodeText(header);
    } catch (UnsupportedEncodingException unknownCharacterSet) {
      return header;
    }
  }

  private static final class Found {
    private static final int DEEPEST = 50;

    private final List<String> text = new ArrayList<>();
    private final List<String> html = new ArrayList<>();
    private final Map<String, String> images = new HashMap<>();

    private void read(Part part, int depth) {
      try {
        search(part, depth);
      } catch (MessagingException | IOException | RuntimeException e) {
        // A mail comes from anybody; the library throws all of these over one that is wrong.
        text.add("(A part of the mail can't be read: " + e.getMessage() + ")");
      }
    }

    private void search(Part part, int depth) throws MessagingException, IOException {
      if (depth > DEEPEST) {
        throw new MessagingException("its parts are nested too deeply");
      }
      if (part.getContent() instanceof Multipart parts) {
        for (int i = 0; i < parts.getCount(); i++) {
          read(parts.getBodyPart(i), depth + 1);
        }
      } else if (part.isMimeType("text/html")) {
        html.add(part.getContent().toString());
      } else if (part.isMimeType("text/plain")) {
        text.add(part.getContent().toString());
      } else if (part instanceof BodyPart && part.isMimeType("image/*")) {
        image(part);
      }
    }

    private void image(Part part) throws MessagingException, IOException {
      String[] ids = part.getHeader("Content-ID");
      if (ids == null) {
        return;
      }
      String type = part.getContentType().split(";", 2)[0].toLowerCase(Locale.ROOT);
      try (InputStream bytes = part.getInputStream()) {
        String data = Base64.getEncoder().encodeToString(bytes.readAllBytes());
        images.put(ids[0].replaceAll("[<>]", ""), "data:" + type + ";base64," + data);
      }
    }
  }
}
