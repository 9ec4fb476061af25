package si.kazalnik.benchmark.fault;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import si.kazalnik.embedded.EmbeddedKafka;

/** The broker as a process. */
final class Broker {
  private Broker() {}

  /** Folder, port, and pairs of a further port and the one that is told to clients. */
  public static void main(String[] arguments) throws InterruptedException {
    Map<Integer, Integer> advertised = new HashMap<>();
    for (int i = 2; i < arguments.length; i += 2) {
      advertised.put(Integer.valueOf(arguments[i]), Integer.valueOf(arguments[i + 1]));
    }
    try (EmbeddedKafka broker =
        EmbeddedKafka.start(Path.of(arguments[0]), Integer.parseInt(arguments[1]), advertised)) {
      System.out.println("takes clients at " + broker.bootstrapServers());
      Thread.currentThread().join();
    }
  }
}
