package si.kazalnik.benchmark.process;

import java.nio.file.Path;
import si.kazalnik.embedded.EmbeddedKafka;

/** A broker. Arguments: its folder, its port. */
public final class BrokerProcess {
  private BrokerProcess() {}

  public static void main(String[] arguments) {
    EmbeddedKafka broker =
        EmbeddedKafka.start(Path.of(arguments[0]), Integer.parseInt(arguments[1]));
    Runtime.getRuntime().addShutdownHook(new Thread(broker::close, "close"));
    Worker.stay();
  }
}
