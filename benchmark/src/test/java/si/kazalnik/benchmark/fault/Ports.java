package si.kazalnik.benchmark.fault;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import si.kazalnik.embedded.LoopbackPorts;

/**
 * Ports of our own, below those that the system gives to outgoing connections: one of these could
 * take the port of a process that is dead for a moment.
 */
final class Ports {
  private static final int FIRST = 11_000;
  private static final int OF_EACH = 2_000;
  // Several JVMs of tests run side by side.
  private static final int OURS =
      FIRST + OF_EACH * (Integer.getInteger("surefire.forkNumber", 1) - 1);
  private static final Set<Integer> TAKEN = ConcurrentHashMap.newKeySet();

  private Ports() {}

  static int next() {
    for (int attempt = 0; attempt < 10_000; attempt++) {
      int port = ThreadLocalRandom.current().nextInt(OURS, OURS + OF_EACH);
      if (LoopbackPorts.isFree(port) && TAKEN.add(port)) {
        return port;
      }
    }
    throw new IllegalStateException("no free ports");
  }
}
