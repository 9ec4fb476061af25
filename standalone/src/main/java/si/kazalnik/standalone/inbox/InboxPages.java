package si.kazalnik.standalone.inbox;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import si.kazalnik.contract.ContractJson;

/**
 * {@code /} lists the mails, {@code /mails/ID} shows one, {@code /mails/ID/html} and {@code
 * /source} its parts; {@code /api/messages} and {@code /api/messages/ID} are the same as JSON.
 */
final class InboxPages implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(InboxPages.class);
  private static final Pattern MAIL =
      Pattern.compile("/(?<kind>mails|api/messages)/(?<id>[0-9TZ.-]+)(?<part>/html|/source)?");
  private static final String HTML = "text/html; charset=utf-8";
  private static final String TEXT = "text/plain; charset=utf-8";

  private final MailFolder mails;
  private final HttpServer server;
  private final ExecutorService threads = Executors.newFixedThreadPool(2);

  private static final class Answer {
    private final int status;
    private final String type;
    private final byte[] body;

    Answer(int status, String type, byte[] body) {
      this.status = status;
      this.type = type;
      this.body = body;
    }

    static Answer of(String type, String body) {
      return new Answer(200, type, body.getBytes(StandardCharsets.UTF_8));
    }

    static Answer json(Object body) {
      return new Answer(200, "application/json", ContractJson.write(body));
    }

    static Answer notFound() {
      return new Answer(404, TEXT, "There is no such mail.\n".getBytes(StandardCharsets.UTF_8));
    }
  }

  private InboxPages(MailFolder mails, HttpServer server) {
    this.mails = mails;
    this.server = server;
  }

  static InboxPages start(MailFolder mails, InetSocketAddress address) throws IOException {
    InboxPages pages = new InboxPages(mails, HttpServer.create(address, 0));
    pages.server.createContext("/", pages::handle);
    pages.server.setExecutor(pages.threads);
    pages.server.start();
    return pages;
  }

  int port() {
    return server.getAddress().getPort();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdown();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      Answer answer = answer(exchange.getRequestURI().getPath());
      exchange.getResponseHeaders().set("Content-Type", answer.type);
      exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
      // A mail is shown, never run; its images lie within it.
      exchange
          .getResponseHeaders()
          .set(
              "Content-Security-Policy",
              "default-src 'none'; img-src data:; style-src 'unsafe-inline'; frame-src 'self'");
      exchange.sendResponseHeaders(answer.status, answer.body.length);
      exchange.getResponseBody().write(answer.body);
    } catch (RuntimeException e) {
      log.error("the inbox could not answer {}", exchange.getRequestURI(), e);
      throw e;
    }
  }

  private Answer answer(String path) throws IOException {
    if (path.equals("/")) {
      return Answer.of(HTML, InboxHtml.list(mails.all()));
    }
    if (path.equals("/api/messages")) {
      return Answer.json(Map.of("items", mails.all()));
    }
    Matcher m = MAIL.matcher(path);
    if (!m.matches()) {
      return Answer.notFound();
    }
    return mail(m.group("id"), m.group("kind") + Optional.ofNullable(m.group("part")).orElse(""));
  }

  private Answer mail(String id, String what) throws IOException {
    Optional<byte[]> source = mails.source(id);
    List<Mail> found = mails.all().stream().filter(mail -> mail.id().equals(id)).toList();
    if (source.isEmpty() || found.isEmpty()) {
      return Answer.notFound();
    }
    if (what.endsWith("/source")) {
      return new Answer(200, TEXT, source.get());
    }
    MailText text = MailText.of(mails.message(id).orElseThrow());
    Mail mail = found.get(0);
    return switch (what) {
      case "mails" -> Answer.of(HTML, InboxHtml.one(mail, text));
      case "mails/html" -> Answer.of(HTML, text.html());
      case "api/messages" -> Answer.json(new Shown(mail, text));
      default -> Answer.notFound();
    };
  }

  /** A mail as JSON, with what it says. */
  private record Shown(
      String id,
      String receivedAt,
      String from,
      List<String> to,
      String subject,
      String messageId,
      String text,
      String html) {
    Shown(Mail mail, MailText text) {
      this(
          mail.id(),
          mail.receivedAt().toString(),
          mail.from(),
          mail.to(),
          mail.subject(),
          mail.messageId(),
          text.text(),
          text.html());
    }
  }
}
