package si.kazalnik.embedded;

import de.bwaldvogel.mongo.MongoServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Set;

/**
 * A document store in this process that speaks MongoDB's protocol, on the loopback address.
 * Databases are in memory, except those named, which are on disk: a write to them that was
 * acknowledged is in the file, so that killing the process loses none.
 */
public final class EmbeddedDocumentStore implements AutoCloseable {

  private final MongoServer server;
  private final int port;

  private EmbeddedDocumentStore(MongoServer server, int port) {
    this.server = server;
    this.port = port;
  }

  /**
   * Starts the store with all databases in memory.
   *
   * @param port on which it listens; 0 takes a free one
   * @throws PortTakenException where somebody else listens on the port
   */
  public static EmbeddedDocumentStore inMemory(int port) {
    return listen(new MemoryAndDiskBackend(), port);
  }

  /**
   * Starts the store with some databases on disk.
   *
   * @param file made if it is not there; used by one process at a time
   * @param onDisk names of the databases that are kept in the file
   * @param port on which it listens; 0 takes a free one
   * @throws PortTakenException where somebody else listens on the port
   */
  public static EmbeddedDocumentStore start(Path file, Set<String> onDisk, int port) {
    if (port != 0 && !LoopbackPorts.isFree(port)) {
      throw new PortTakenException(port);
    }
    return listen(new MemoryAndDiskBackend(DiskStore.open(file), onDisk), port);
  }

  private static EmbeddedDocumentStore listen(MemoryAndDiskBackend backend, int port) {
    if (port != 0 && !LoopbackPorts.isFree(port)) {
      backend.close();
      throw new PortTakenException(port);
    }
    MongoServer server = new MongoServer(backend);
    server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    return new EmbeddedDocumentStore(server, server.getLocalAddress().getPort());
  }

  /** {@code mongodb://host:port}, without a database. */
  public String uri() {
    return "mongodb://127.0.0.1:" + port;
  }

  /** The port on which it listens. */
  public int port() {
    return port;
  }

  /** Closes connections and files. */
  @Override
  public void close() {
    server.shutdownNow();
  }
}
