package si.kazalnik.standalone.inbox;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.server.SMTPServer;

/**
 * A mail server on the loopback address that takes every mail, and pages that show them. A mail is
 * in its folder before the server says that it took it.
 */
public final class MailCatcher implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(MailCatcher.class);
  private static final int LARGEST_MAIL = 16 * 1024 * 1024;

  private final SMTPServer server;
  private final InboxPages pages;

  private MailCatcher(SMTPServer server, InboxPages pages) {
    this.server = server;
    this.pages = pages;
  }

  /**
   * Starts both.
   *
   * @param folder where mails are kept
   * @param smtpPort of the mail server; 0 takes a free one
   * @param pagePort of the pages; 0 takes a free one
   */
  public static MailCatcher start(Path folder, int smtpPort, int pagePort) throws IOException {
    MailFolder mails = MailFolder.open(folder);
    InetAddress loopback = InetAddress.getLoopbackAddress();
    SMTPServer server =
        new SMTPServer.Builder()
            .bindAddress(loopback)
            .hostName("localhost")
            .port(smtpPort)
            .maxMessageSize(LARGEST_MAIL)
            .messageHandlerFactory(context -> new Delivery(mails))
            .build();
    server.start();
    InboxPages pages = InboxPages.start(mails, new InetSocketAddress(loopback, pagePort));
    return new MailCatcher(server, pages);
  }

  /** The mail server's port. */
  public int smtpPort() {
    return server.getPortAllocated();
  }

  /** The pages' port. */
  public int pagePort() {
    return pages.port();
  }

  @Override
  public void close() {
    server.stop();
    pages.close();
  }

  private static final class Delivery implements MessageHandler {
    private final MailFolder mails;
    private final List<String> recipients = new ArrayList<>();

    Delivery(MailFolder mails) {
      this.mails = mails;
    }

    @Override
    public void from(String sender) {
      log.debug("a mail from {}", sender);
    }

    @Override
    public void recipient(String recipient) {
      recipients.add(recipient);
    }

    @Override
    public String data(InputStream content) throws RejectException {
      try {
        return "kept as " + mails.keep(recipients, content.readAllBytes()).id();
      } catch (IOException e) {
        log.error("a mail could not be kept", e);
        throw new RejectException(451, "the mail could not be kept; try again later");
      }
    }

    @Override
    public void done() {
      recipients.clear();
    }
  }
}
