package si.kazalnik.benchmark.process;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import si.kazalnik.embedded.LoopbackPorts;

/** What all of it stands on: a folder, a broker and a database, each in a process of its own. */
public final class Machine implements AutoCloseable {
  private static final long PAUSE_MILLIS = 100;

  private final Processes processes;
  private final Kafka kafka;
  private final Child broker;
  private final Child store;
  private final String storeUri;
  private final String storeKind;

  private Machine(
      Processes processes,
      Kafka kafka,
      Child broker,
      Child store,
      String storeUri,
      String storeKind) {
    this.processes = processes;
    this.kafka = kafka;
    this.broker = broker;
    this.store = store;
    this.storeUri = storeUri;
    this.storeKind = storeKind;
  }

  /**
   * Starts both in a temporary folder.
   *
   * @param project its {@code benchmark/target/logs} keeps what the processes say
   */
  public static Machine start(Path project) throws IOException, InterruptedException {
    Processes processes = new Processes(project.resolve("benchmark/target/logs"));
    Path folder = processes.folder();
    int brokerPort = LoopbackPorts.free();
    Child broker =
        processes.start(
            "broker", Jvm.main(BrokerProcess.class, folder.resolve("kafka"), brokerPort));
    broker.answer();
    int storePort = LoopbackPorts.free();
    Optional<Path> mongod = mongod();
    Child store = processes.start("database", storeCommand(mongod, folder, storePort));
    awaitPort(store, storePort);
    return new Machine(
        processes,
        new Kafka("127.0.0.1:" + brokerPort),
        broker,
        store,
        "mongodb://127.0.0.1:" + storePort,
        mongod.isPresent() ? "mongod" : "the embedded store");
  }

  private static List<String> storeCommand(Optional<Path> mongod, Path folder, int port)
      throws IOException {
    if (mongod.isEmpty()) {
      return Jvm.main(StoreProcess.class, port);
    }
    return List.of(
        mongod.get().toString(),
        "--dbpath",
        Files.createDirectories(folder.resolve("mongod")).toString(),
        "--port",
        Integer.toString(port),
        "--bind_ip",
        "127.0.0.1",
        "--nounixsocket",
        "--wiredTigerCacheSizeGB",
        "0.5");
  }

  // What MONGOD names, else mongod on the path.
  private static Optional<Path> mongod() {
    Stream<Path> named = Stream.ofNullable(System.getenv("MONGOD")).map(Path::of);
    Stream<Path> onPath =
        Stream.ofNullable(System.getenv("PATH"))
            .flatMap(path -> Arrays.stream(path.split(File.pathSeparator, -1)))
            .map(each -> Path.of(each, "mongod"));
    return Stream.concat(named, onPath).filter(Files::isExecutable).findFirst();
  }

  private static void awaitPort(Child child, int port) throws InterruptedException {
    while (true) {
      try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
        return;
      } catch (IOException notYet) {
        child.requireAlive();
        Thread.sleep(PAUSE_MILLIS);
      }
    }
  }

  /** For what the run needs on disk; deleted at its end. */
  public Path folder() {
    return processes.folder();
  }

  /** Starts a process beside them. */
  public Child start(String name, List<String> command) throws IOException {
    return processes.start(name, command);
  }

  /** Starts a worker beside them and waits until it is ready. */
  public Child worker(String name, List<String> command) throws IOException, InterruptedException {
    Child worker = start(name, command);
    worker.answer();
    return worker;
  }

  /** The broker's clients. */
  public Kafka kafka() {
    return kafka;
  }

  /** The broker. */
  public Child broker() {
    return broker;
  }

  /** The database. */
  public Child store() {
    return store;
  }

  /** Where the database is, without a database's name. */
  public String storeUri() {
    return storeUri;
  }

  /** A real {@code mongod} or ours, for the tables. */
  public String storeKind() {
    return storeKind;
  }

  @Override
  public void close() throws IOException {
    processes.close();
  }
}
