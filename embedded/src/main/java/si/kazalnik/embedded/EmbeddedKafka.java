package si.kazalnik.embedded;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;

/**
 * A real Kafka broker (KRaft) in this process, on the loopback address. It keeps its data in a
 * directory and goes on from there at the next start, also after the process was killed.
 */
public final class EmbeddedKafka implements AutoCloseable {

  /** The same for every directory: who finishes a half-made one needs no memory of it. */
  private static final String CLUSTER_ID = "a2F6YWxuaWstYnJva2VyMQ";

  private final KafkaRaftServer server;
  private final int port;
  private boolean closed;

  private EmbeddedKafka(KafkaRaftServer server, int port) {
    this.server = server;
    this.port = port;
  }

  /**
   * Starts a broker and returns when it takes clients.
   *
   * @param directory made if it is not there; used by one process at a time
   * @param port on which it listens; 0 takes a free one
   * @throws PortTakenException where somebody else listens on the port
   */
  public static EmbeddedKafka start(Path directory, int port) {
    return start(directory, port, Map.of());
  }

  /**
   * The same, with further ports.
   *
   * @param advertised each further port on which it listens, and the one to which it sends back
   *     clients that come by it, where a proxy stands between
   */
  public static EmbeddedKafka start(Path directory, int port, Map<Integer, Integer> advertised) {
    if (port != 0 && !LoopbackPorts.isFree(port)) {
      throw new PortTakenException(port);
    }
    int clientPort = port == 0 ? LoopbackPorts.free() : port;
    format(directory);
    KafkaConfig config =
        KafkaConfig.fromProps(
            asProperties(
                BrokerSettings.of(directory, clientPort, LoopbackPorts.free(), advertised)),
            false);
    KafkaRaftServer server = new KafkaRaftServer(config, Time.SYSTEM);
    server.startup();
    return new EmbeddedKafka(server, clientPort);
  }

  /** Where clients connect, {@code host:port}. */
  public String bootstrapServers() {
    return "127.0.0.1:" + port;
  }

  /** The port on which it listens. */
  public int port() {
    return port;
  }

  /** Stops the broker in order; what it has acknowledged is on disk. */
  @Override
  public synchronized void close() {
    if (!closed) {
      closed = true;
      server.shutdown();
      server.awaitShutdown();
    }
  }

  private static void format(Path directory) {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    try {
      Files.createDirectories(directory);
      new Formatter()
          .setPrintStream(new PrintStream(said, true, StandardCharsets.UTF_8))
          .setClusterId(CLUSTER_ID)
          .setNodeId(BrokerSettings.NODE)
          .setControllerListenerName(BrokerSettings.CONTROLLER_LISTENER)
          .addDirectory(directory.toString())
          .setMetadataLogDirectory(directory.toString())
          .setIgnoreFormatted(true)
          .run();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot prepare " + directory + " for the broker", e);
    } catch (Exception e) {
      // The formatter declares Exception.
      throw new IllegalStateException(
          "cannot prepare "
              + directory
              + " for the broker: "
              + said.toString(StandardCharsets.UTF_8),
          e);
    }
  }

  private static Properties asProperties(Map<String, String> settings) {
    Properties properties = new Properties();
    properties.putAll(settings);
    return properties;
  }
}
