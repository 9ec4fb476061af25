package si.kazalnik.benchmark.fault;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.subethamail.smtp.MessageContext;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.server.SMTPServer;
import org.subethamail.smtp.server.Session;
import si.kazalnik.benchmark.run.Mail;

/** The mail server as a process: behaves as the last line of its input says, and writes it down. */
final class MailServer {
  private static final int LARGEST_MAIL = 16 * 1024 * 1024;
  private static final int LATER = 451;
  private static final int NEVER = 554;

  private final MailJournal journal;
  private volatile Mood mood = Mood.GOOD;

  private MailServer(MailJournal journal) {
    this.journal = journal;
  }

  /** How it receives a mail. */
  enum Mood {
    GOOD,
    /** 451 to the content. */
    LATER,
    /** 554 to the content, for one recipient. */
    NEVER,
    /** Has the content and says nothing. */
    HANG,
    /** Has the content and is gone without keeping it. */
    DROP,
    /** Keeps the mail and is gone without a word. */
    LOSE_REPLY
  }

  /** Folder and port. */
  public static void main(String[] arguments) throws IOException {
    MailServer mails =
        new MailServer(new MailJournal(Files.createDirectories(Path.of(arguments[0]))));
    SMTPServer server =
        new SMTPServer.Builder()
            .bindAddress(InetAddress.getLoopbackAddress())
            .hostName("localhost")
            .port(Integer.parseInt(arguments[1]))
            .maxMessageSize(LARGEST_MAIL)
            .messageHandlerFactory(context -> mails.new Delivery(context))
            .build();
    server.start();
    BufferedReader commands =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
    for (String line = commands.readLine(); line != null; line = commands.readLine()) {
      mails.mood = Mood.valueOf(line.toUpperCase(Locale.ROOT));
    }
    server.stop();
  }

  private final class Delivery implements MessageHandler {
    private final MessageContext context;
    private String recipient = "";
    private @Nullable String kept;

    Delivery(MessageContext context) {
      this.context = context;
    }

    @Override
    public void from(String sender) {
      kept = null;
    }

    @Override
    public void recipient(String address) {
      recipient = address;
    }

    @Override
    public String data(InputStream content) throws RejectException, IOException {
      byte[] source = content.readAllBytes();
      String id = Mail.idOf(new String(source, StandardCharsets.ISO_8859_1));
      Mood now = mood;
      if (now == Mood.LATER) {
        throw new RejectException(LATER, "later");
      }
      if (now == Mood.NEVER && recipient.startsWith(MailJournal.REFUSABLE)) {
        journal.refused(id, port(), recipient);
        throw new RejectException(NEVER, "never");
      }
      if (now == Mood.HANG) {
        hang();
      }
      if (now == Mood.HANG || now == Mood.DROP) {
        throw gone();
      }
      journal.kept(id, port(), recipient, source);
      if (now == Mood.LOSE_REPLY) {
        throw gone();
      }
      kept = id;
      return "kept";
    }

    /** After the reply has been written. */
    @Override
    public void done() {
      String replied = kept;
      kept = null;
      if (replied != null) {
        journal.replied(replied, port(), recipient);
      }
    }

    private int port() {
      return ((InetSocketAddress) context.getRemoteAddress()).getPort();
    }

    private void hang() {
      try {
        while (mood == Mood.HANG) {
          Thread.sleep(100);
        }
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
      }
    }

    private IOException gone() throws IOException {
      Socket socket = ((Session) context).getSocket();
      socket.setSoLinger(true, 0);
      socket.close();
      return new IOException("gone");
    }
  }
}
