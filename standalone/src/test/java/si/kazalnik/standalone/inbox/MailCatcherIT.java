package si.kazalnik.standalone.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Message;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import si.kazalnik.contract.ContractJson;
import tools.jackson.databind.JsonNode;

class MailCatcherIT {

  @Test
  void a_mail_is_listed_and_shown_also_after_a_restart(@TempDir Path folder) throws Exception {
    try (MailCatcher inbox = MailCatcher.start(folder, 0, 0)) {
      send(inbox, "Zamuja: delež <script>", "<p>Živjo <b>svet</b></p>");
    }

    try (MailCatcher inbox = MailCatcher.start(folder, 0, 0)) {
      JsonNode items = json(get(inbox, "/api/messages")).path("items");
      assertThat(items.size()).isEqualTo(1);
      String id = items.path(0).path("id").asString();
      assertThat(items.path(0).path("to").path(0).asString()).isEqualTo("owner@example.si");
      assertThat(items.path(0).path("subject").asString()).isEqualTo("Zamuja: delež <script>");

      JsonNode mail = json(get(inbox, "/api/messages/" + id));
      assertThat(mail.path("text").asString()).contains("Živjo");
      assertThat(mail.path("html").asString()).contains("<b>svet</b>");
      assertThat(get(inbox, "/").body())
          .contains("Zamuja: delež &lt;script&gt;")
          .doesNotContain("<script>");
      assertThat(get(inbox, "/mails/" + id).body()).contains("sandbox=\"\"").contains("Živjo");
      assertThat(get(inbox, "/mails/" + id + "/html").body()).contains("<b>svet</b>");
      assertThat(get(inbox, "/mails/" + id + "/source").body()).contains("Subject:");
    }
  }

  @Test
  void an_unknown_mail_is_not_found(@TempDir Path folder) throws Exception {
    try (MailCatcher inbox = MailCatcher.start(folder, 0, 0)) {
      assertThat(get(inbox, "/mails/20260101T000000.000Z-0000").statusCode()).isEqualTo(404);
      assertThat(get(inbox, "/mails/../../etc/passwd").statusCode()).isEqualTo(404);
    }
  }

  private static void send(MailCatcher inbox, String subject, String html) throws Exception {
    Properties properties = new Properties();
    properties.put("mail.smtp.host", "127.0.0.1");
    properties.put("mail.smtp.port", Integer.toString(inbox.smtpPort()));
    MimeMessage message = new MimeMessage(Session.getInstance(properties));
    message.setFrom(new InternetAddress("kazalnik@example.si"));
    message.setRecipients(Message.RecipientType.TO, "owner@example.si");
    message.setSubject(subject, "UTF-8");
    MimeMultipart parts = new MimeMultipart("alternative");
    MimeBodyPart text = new MimeBodyPart();
    text.setText("Živjo svet", "UTF-8");
    parts.addBodyPart(text);
    MimeBodyPart rich = new MimeBodyPart();
    rich.setText(html, "UTF-8", "html");
    parts.addBodyPart(rich);
    message.setContent(parts);
    Transport.send(message);
  }

  private static JsonNode json(HttpResponse<String> response) {
    assertThat(response.statusCode()).isEqualTo(200);
    return ContractJson.mapper().readTree(response.body());
  }

  private static HttpResponse<String> get(MailCatcher inbox, String path) throws Exception {
    URI address = URI.create("http://127.0.0.1:" + inbox.pagePort() + path);
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
  }
}
