package si.kazalnik.standalone.inbox;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.springframework.web.util.HtmlUtils;

/** The inbox as pages. Everything that came with a mail is escaped, or shut into a sandbox. */
final class InboxHtml {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("d. M. yyyy HH:mm:ss", Locale.ROOT)
          .withZone(ZoneId.systemDefault());

  private static final String HEAD =
      """
      <!doctype html>
      <html lang="en"><head><meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>%s</title>
      <style>
      body { font: 16px/1.5 system-ui, sans-serif; margin: 0 auto; max-width: 60rem; padding: 1rem;
             color: #1b1b1b; background: #fff; }
      table { border-collapse: collapse; width: 100%%; }
      th, td { text-align: left; padding: .4rem .6rem; border-bottom: 1px solid #ddd;
               vertical-align: top; }
      iframe { width: 100%%; height: 45rem; border: 1px solid #ccc; }
      pre { white-space: pre-wrap; background: #f6f6f6; padding: 1rem; }
      a { color: #00508c; }
      </style></head><body>
      """;

  private InboxHtml() {}

  static String list(List<Mail> mails) {
    StringBuilder page = new StringBuilder(HEAD.formatted("Inbox"));
    page.append("<h1>Inbox</h1>\n");
    if (mails.isEmpty()) {
      return page.append("<p>No mail yet.</p></body></html>").toString();
    }
    page.append("<table><thead><tr><th scope=\"col\">Received</th><th scope=\"col\">To</th>")
        .append("<th scope=\"col\">Subject</th></tr></thead><tbody>\n");
    for (Mail mail : mails) {
      page.append(
          "<tr><td>%s</td><td>%s</td><td><a href=\"/mails/%s\">%s</a></td></tr>\n"
              .formatted(
                  TIME.format(mail.receivedAt()),
                  escaped(String.join(", ", mail.to())),
                  mail.id(),
                  mail.subject().isBlank() ? "(no subject)" : escaped(mail.subject())));
    }
    return page.append("</tbody></table></body></html>").toString();
  }

  static String one(Mail mail, MailText text) {
    StringBuilder page = new StringBuilder(HEAD.formatted(escaped(mail.subject())));
    page.append("<p><a href=\"/\">Inbox</a></p>\n<h1>").append(escaped(mail.subject()));
    page.append(
        """
        </h1>
        <p>From %s<br>To %s<br>%s</p>
        <p><a href="/mails/%s/source">Source</a></p>
        """
            .formatted(
                escaped(mail.from()),
                escaped(String.join(", ", mail.to())),
                TIME.format(mail.receivedAt()),
                mail.id()));
    if (!text.html().isEmpty()) {
      page.append(
          "<iframe sandbox=\"\" title=\"The mail as HTML\" src=\"/mails/%s/html\"></iframe>\n"
              .formatted(mail.id()));
    }
    page.append("<h2>Plain text</h2>\n<pre>").append(escaped(text.text())).append("</pre>");
    return page.append("</body></html>").toString();
  }

  private static String escaped(String text) {
    return HtmlUtils.htmlEscape(text, "UTF-8");
  }
}
