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
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.subethamail.smtp.MessageContext;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.server.SMTPServer;
import org.subethamail.smtp.server.Session;
import org.subethamail.smtp.server.SessionHandler;
import si.kazalnik.benchmark.fault.MailJournal.Act;
import si.kazalnik.benchmark.run.Mail;

/** The mail server as a process: behaves as the last line of its input says, and writes it down. */
final class MailServer {
  private static final int LARGEST_MAIL = 16 * 1024 * 1024;

  private final MailJournal journal;
  private volatile Mood mood = Mood.GOOD;

  private MailServer(MailJournal journal) {
    this.journal = journal;
  }

  /** How it receives a mail. */
  enum Mood {
    GOOD,
    /** 4xx, at any stage. */
    LATER,
    /** 5xx to a recipient but the office, or to what is for it; 554 as greeting to anybody. */
    NEVER,
    /** Says nothing more, at any stage. */
    HANG,
    /** Is gone without keeping it, at any stage. */
    DROP,
    /** Keeps the mail and is gone without a word. */
    LOSE_REPLY
  }

  /** Where it shows its mood; drawn for each connection. */
  private enum Stage {
    GREETING(421, 554),
    SENDER(451, 0),
    RECIPIENT(450, 550),
    CONTENT(451, 554);

    private final int later;
    private final int never;

    Stage(int later, int never) {
      this.later = later;
      this.never = never;
    }

    static Stage any() {
      return values()[ThreadLocalRandom.current().nextInt(values().length)];
    }
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
            .sessionHandler(mails.new Greeting())
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

  private static int port(MessageContext context) {
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

  private static void goFrom(MessageContext context) throws IOException {
    Socket socket = ((Session) context).getSocket();
    socket.setSoLinger(true, 0);
    socket.close();
  }

  /** One mail, as far as it has come. */
  private final class Attempt {
    private final MessageContext context;
    private String recipient = MailJournal.UNKNOWN;
    private String id = MailJournal.UNKNOWN;

    Attempt(MessageContext context) {
      this.context = context;
    }

    /** The code with which it is refused, or 0; nobody hears it where the connection is gone. */
    int shown(Mood now, Stage stage) throws IOException {
      switch (now) {
        case LATER -> {
          did(Act.PUT_OFF);
          return stage.later;
        }
        case NEVER -> {
          if (stage == Stage.SENDER || recipient.startsWith("office@")) {
            return 0;
          }
          did(stage == Stage.GREETING ? Act.PUT_OFF : Act.REFUSED);
          return stage.never;
        }
        case HANG -> {
          did(Act.HELD_UP);
          hang();
          goFrom(context);
          return stage.later;
        }
        case DROP -> {
          did(Act.HUNG_UP);
          goFrom(context);
          return stage.later;
        }
        default -> {
          return 0;
        }
      }
    }

    void did(Act act) {
      journal.did(act, id, port(context), recipient);
    }
  }

  /** Before the client has said anything. */
  private final class Greeting implements SessionHandler {

    @Override
    public SessionAcceptance accept(Session session) {
      try {
        Mood now = mood;
        int code =
            Stage.any() == Stage.GREETING ? new Attempt(session).shown(now, Stage.GREETING) : 0;
        return code == 0 ? SessionAcceptance.success() : SessionAcceptance.failure(code, "no");
      } catch (IOException gone) {
        return SessionAcceptance.failure(Stage.GREETING.later, "gone");
      }
    }

    @Override
    public void onSessionEnd(Session session) {}
  }

  private final class Delivery implements MessageHandler {
    private final MessageContext context;
    private Attempt attempt;
    private Stage stage = Stage.CONTENT;
    private @Nullable Attempt kept;

    Delivery(MessageContext context) {
      this.context = context;
      this.attempt = new Attempt(context);
    }

    @Override
    public void from(String sender) throws RejectException {
      kept = null;
      attempt = new Attempt(context);
      do {
        stage = Stage.any();
      } while (stage == Stage.GREETING);
      show(Stage.SENDER);
    }

    @Override
    public void recipient(String address) throws RejectException {
      attempt.recipient = address;
      show(Stage.RECIPIENT);
    }

    @Override
    public String data(InputStream content) throws RejectException, IOException {
      byte[] source = content.readAllBytes();
      attempt.id = Mail.idOf(new String(source, StandardCharsets.ISO_8859_1));
      Mood now = mood;
      show(Stage.CONTENT);
      journal.kept(attempt.id, port(context), attempt.recipient, source);
      if (now == Mood.LOSE_REPLY) {
        attempt.did(Act.HUNG_UP);
        goFrom(context);
        throw new IOException("gone");
      }
      kept = attempt;
      return "kept";
    }

    private void show(Stage reached) throws RejectException {
      if (reached != stage) {
        return;
      }
      try {
        int code = attempt.shown(mood, reached);
        if (code > 0) {
          throw new RejectException(code, "no");
        }
      } catch (IOException gone) {
        throw new RejectException(reached.later, "gone");
      }
    }

    /** After the reply has been written. */
    @Override
    public void done() {
      Attempt replied = kept;
      kept = null;
      if (replied != null) {
        replied.did(Act.REPLIED);
      }
    }
  }
}
