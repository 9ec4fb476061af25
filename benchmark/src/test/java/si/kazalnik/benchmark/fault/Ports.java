package si.kazalnik.benchmark.fault;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.atomic.AtomicInteger;
import si.kazalnik.embedded.LoopbackPorts;

/**
 * Ports of our own, below those that the system gives to outgoing connections: one of these could
 * take the port of a process that is dead for a moment.
 *
 * <p>Other JVMs of tests draw theirs in the same way, and a port that is drawn is often listened at
 * only later. So each JVM holds a block of its own, for as long as it lives, by listening at its
 * first port.
 */
final class Ports {
  private static final int FIRST = 18_000;
  private static final int END = 24_000;
  private static final int OF_EACH = 300;
  private static final ServerSocket GUARD = guard();
  private static final AtomicInteger DRAWN = new AtomicInteger();

  private Ports() {}

  /**
   * One that nobody listens at. It is drawn again only after all others of the block: a cluster
   * needs a small part of them, and the one before it has ended by then.
   */
  static int next() {
    for (int attempt = 1; attempt < OF_EACH; attempt++) {
      int port = GUARD.getLocalPort() + 1 + DRAWN.getAndIncrement() % (OF_EACH - 1);
      if (LoopbackPorts.isFree(port)) {
        return port;
      }
    }
    throw new IllegalStateException(
        "none of the " + (OF_EACH - 1) + " ports after " + GUARD.getLocalPort() + " is free");
  }

  private static ServerSocket guard() {
    for (int first = FIRST; first < END; first += OF_EACH) {
      try {
        return new ServerSocket(first, 1, InetAddress.getLoopbackAddress());
      } catch (IOException taken) {
        // By another JVM of tests, or by something else: so the next block.
      }
    }
    throw new IllegalStateException("no free ports from " + FIRST + " to " + END);
  }
}
