package si.kazalnik.notification.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;

/** A mail server that behaves as told, one behaviour for each connection; at the end it is good. */
public final class ScriptedSmtp implements AutoCloseable {

  private final ServerSocket socket;
  private final Queue<Behaviour> script = new ConcurrentLinkedQueue<>();
  private final List<Taken> taken = new CopyOnWriteArrayList<>();
  private final List<Socket> hanging = new CopyOnWriteArrayList<>();

  /** What it does with a connection. */
  public enum Behaviour {
    ACCEPT,
    /** 421 at once. */
    BUSY,
    /** 451 to the recipient. */
    LATER,
    /** 550 to the recipient. */
    NO_SUCH_USER,
    /** 554 to the content. */
    NO_SUCH_CONTENT,
    /** Takes the content and is gone without a word. */
    DROP_AFTER_DATA,
    /** Takes the content and never answers. */
    HANG_AFTER_DATA,
    /** Accepts, and is gone before the goodbye. */
    DROP_AFTER_ACCEPTING
  }

  /**
   * A mail whose content it had in hand.
   *
   * @param accepted whether it said so, and the client could know
   */
  public record Taken(String recipient, String messageId, boolean accepted) {}

  public ScriptedSmtp(Behaviour... first) {
    script.addAll(List.of(first));
    try {
      socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    daemon(this::accept);
  }

  public int port() {
    return socket.getLocalPort();
  }

  public List<Taken> taken() {
    return List.copyOf(taken);
  }

  public List<Taken> accepted() {
    return taken.stream().filter(Taken::accepted).toList();
  }

  private void accept() {
    while (!socket.isClosed()) {
      try {
        Socket connection = socket.accept();
        Behaviour next = script.poll();
        daemon(() -> serve(connection, next == null ? Behaviour.ACCEPT : next));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void serve(Socket connection, Behaviour behaviour) {
    try {
      talk(connection, behaviour);
    } catch (IOException gone) {
      // The client has its own view of that.
    } finally {
      if (!hanging.contains(connection)) {
        close(connection);
      }
    }
  }

  private void talk(Socket connection, Behaviour behaviour) throws IOException {
    BufferedReader in =
        new BufferedReader(
            new InputStreamReader(connection.getInputStream(), StandardCharsets.ISO_8859_1));
    say(connection, behaviour == Behaviour.BUSY ? "421 too busy" : "220 scripted");
    String recipient = "";
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      if (line.startsWith("RCPT TO:")) {
        recipient = line.substring(line.indexOf('<') + 1, line.indexOf('>'));
        say(
            connection,
            switch (behaviour) {
              case LATER -> "451 4.7.1 greylisted";
              case NO_SUCH_USER -> "550 5.1.1 no such user";
              default -> "250 ok";
            });
      } else if (line.equals("DATA")) {
        say(connection, "354 go on");
        if (!content(connection, in, recipient, behaviour)) {
          return;
        }
      } else if (line.equals("QUIT")) {
        say(connection, "221 bye");
        return;
      } else {
        say(connection, "250 ok");
      }
    }
  }

  private boolean content(
      Socket connection, BufferedReader in, String recipient, Behaviour behaviour)
      throws IOException {
    String messageId = "";
    for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
      if (line.startsWith("Message-ID: ")) {
        messageId = line.substring("Message-ID: ".length());
      }
    }
    switch (behaviour) {
      case NO_SUCH_CONTENT -> {
        say(connection, "554 5.6.0 not that");
        return true;
      }
      case DROP_AFTER_DATA -> {
        taken.add(new Taken(recipient, messageId, false));
        return false;
      }
      case HANG_AFTER_DATA -> {
        taken.add(new Taken(recipient, messageId, false));
        hanging.add(connection);
        return false;
      }
      default -> {
        taken.add(new Taken(recipient, messageId, true));
        say(connection, "250 taken");
        return behaviour != Behaviour.DROP_AFTER_ACCEPTING;
      }
    }
  }

  private static void say(Socket connection, String reply) throws IOException {
    connection.getOutputStream().write((reply + "\r\n").getBytes(StandardCharsets.US_ASCII));
    connection.getOutputStream().flush();
  }

  private static void daemon(Runnable work) {
    Thread thread = new Thread(work, "scripted-smtp");
    thread.setDaemon(true);
    thread.start();
  }

  private static void close(Socket connection) {
    try {
      connection.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      socket.close();
      hanging.forEach(ScriptedSmtp::close);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
