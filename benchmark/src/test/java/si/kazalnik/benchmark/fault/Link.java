package si.kazalnik.benchmark.fault;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** A TCP proxy between a client and a server, by which their connections are harmed. */
final class Link implements AutoCloseable {
  private static final int BUFFER = 16 * 1024;

  private final String name;
  private final int port;
  private final int target;
  private final Set<Connection> connections = ConcurrentHashMap.newKeySet();
  private final Queue<Life> lives = new ConcurrentLinkedQueue<>();
  private final AtomicLong harms = new AtomicLong();
  private @Nullable ServerSocket listener;
  private volatile long delayMillis;
  private volatile boolean stalled;

  Link(String name, int port, int target) {
    this.name = name;
    this.port = port;
    this.target = target;
    listen();
  }

  String name() {
    return name;
  }

  /** Where clients come. */
  int port() {
    return port;
  }

  /** Where it leads. */
  int target() {
    return target;
  }

  boolean isUsed() {
    return !connections.isEmpty();
  }

  /** How often a connection was cut or held up, or a piece of what goes through it delayed. */
  long harms() {
    return harms.get();
  }

  /** Resets all connections; new ones are taken. */
  void cut() {
    connections.forEach(Connection::cut);
  }

  /** Resets all connections and takes no new ones. */
  synchronized void refuse() {
    ServerSocket open = listener;
    listener = null;
    close(open);
    cut();
  }

  /** Each piece of data comes later. */
  void delay(long milliseconds) {
    delayMillis = milliseconds;
  }

  /** Nothing comes through, though connections stay and new ones are taken. */
  void stall() {
    // First: one that is made in between is harmed by itself.
    stalled = true;
    connections.forEach(Connection::harmed);
  }

  /** All is as it should be; what was held up comes through. */
  synchronized void heal() {
    delayMillis = 0;
    stalled = false;
    if (listener == null) {
      listen();
    }
  }

  /**
   * The connection that the server knew by that port then; ports are used again. Empty where it was
   * none of ours.
   */
  Optional<Life> life(int port, Instant then) {
    return lives.stream()
        .filter(each -> each.port == port && !each.opened.isAfter(then))
        .max(Comparator.comparing(each -> each.opened));
  }

  /** What became of one connection. */
  static final class Life {
    private final int port;
    private final Instant opened;
    private volatile boolean harmed;
    private volatile @Nullable Instant left;

    private Life(int port, Instant opened) {
      this.port = port;
      this.opened = opened;
    }

    Instant opened() {
      return opened;
    }

    /** Whether a fault has cut it or held it up. */
    boolean harmed() {
      return harmed;
    }

    /** Whether the client had hung up by then. */
    boolean leftBefore(Instant then) {
      Instant gone = left;
      return gone != null && gone.isBefore(then);
    }
  }

  private synchronized void listen() {
    try {
      ServerSocket open = new ServerSocket();
      open.setReuseAddress(true);
      open.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 100);
      listener = open;
      daemon(() -> accept(open));
    } catch (IOException e) {
      throw new UncheckedIOException("the link " + name + " can't listen on " + port, e);
    }
  }

  private void accept(ServerSocket open) {
    while (!open.isClosed()) {
      try {
        Socket client = open.accept();
        daemon(() -> connect(client));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void connect(Socket client) {
    Socket server = new Socket();
    Instant opened = Instant.now();
    try {
      client.setTcpNoDelay(true);
      server.setTcpNoDelay(true);
      server.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), target), 5_000);
      Connection connection = new Connection(client, server, opened);
      connections.add(connection);
      if (stalled) {
        connection.harmed();
      }
      daemon(() -> connection.pump(client, server));
      connection.pump(server, client);
    } catch (IOException nobodyThere) {
      reset(client);
      reset(server);
    }
  }

  @Override
  public synchronized void close() {
    ServerSocket open = listener;
    listener = null;
    close(open);
    cut();
  }

  private static void daemon(Runnable work) {
    Thread thread = new Thread(work, "link");
    thread.setDaemon(true);
    thread.start();
  }

  private static void close(@Nullable AutoCloseable open) {
    try {
      if (open != null) {
        open.close();
      }
    } catch (Exception e) {
      throw new IllegalStateException("can't close", e);
    }
  }

  private static void reset(Socket socket) {
    try {
      if (!socket.isClosed()) {
        socket.setSoLinger(true, 0);
      }
      socket.close();
    } catch (IOException gone) {
      // The other side was quicker.
    }
  }

  /** One client's way to the server. */
  private final class Connection {
    private final Socket client;
    private final Socket server;
    private final Life life;
    private int ended;

    Connection(Socket client, Socket server, Instant opened) {
      this.client = client;
      this.server = server;
      this.life = new Life(server.getLocalPort(), opened);
      lives.add(life);
    }

    void harmed() {
      life.harmed = true;
    }

    void pump(Socket from, Socket to) {
      byte[] buffer = new byte[BUFFER];
      try {
        InputStream in = from.getInputStream();
        OutputStream out = to.getOutputStream();
        for (int read = read(in, buffer); read >= 0; read = read(in, buffer)) {
          hold();
          out.write(buffer, 0, read);
        }
        to.shutdownOutput();
        end();
      } catch (IOException broken) {
        close();
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
      }
    }

    private int read(InputStream in, byte[] buffer) throws IOException {
      boolean fromClient = in == client.getInputStream();
      try {
        int read = in.read(buffer);
        if (read < 0 && fromClient) {
          life.left = Instant.now();
        }
        return read;
      } catch (IOException broken) {
        if (fromClient) {
          life.left = life.left == null ? Instant.now() : life.left;
        } else {
          // What a killed server had said may be thrown away unread.
          harmed();
        }
        throw broken;
      }
    }

    private void hold() throws InterruptedException {
      if (delayMillis > 0) {
        harms.incrementAndGet();
        Thread.sleep(delayMillis);
      }
      if (stalled) {
        harms.incrementAndGet();
      }
      while (stalled && !client.isClosed()) {
        Thread.sleep(20);
      }
    }

    private synchronized void end() {
      ended++;
      if (ended == 2) {
        close();
      }
    }

    /** RST to both. */
    void cut() {
      harmed();
      harms.incrementAndGet();
      close();
    }

    private void close() {
      connections.remove(this);
      reset(client);
      reset(server);
    }
  }
}
