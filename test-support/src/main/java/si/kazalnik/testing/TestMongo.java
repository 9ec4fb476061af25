package si.kazalnik.testing;

import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Assumptions;
import org.testcontainers.mongodb.MongoDBContainer;
import si.kazalnik.embedded.EmbeddedDocumentStore;

/**
 * A document store for tests, one of each kind for the process. Tests keep apart by {@link
 * #uniqueDatabase() databases}.
 */
public final class TestMongo {

  private static final String IMAGE = "mongo:6.0";

  private final String uri;
  private final String kind;

  private TestMongo(String uri, String kind) {
    this.uri = uri;
    this.kind = kind;
    System.out.println("MongoDB for tests: " + kind);
  }

  /** The embedded store, all in memory. */
  public static TestMongo embedded() {
    return Embedded.SHARED;
  }

  /**
   * A real MongoDB: that of the environment's {@code MONGODB_URI}, a container where there is
   * Docker, the program that {@code MONGOD} names, or {@code mongod} on the path. Where there is
   * none the test is skipped, and the reason printed.
   */
  public static TestMongo realOrSkip() {
    if (Real.SHARED.isEmpty()) {
      String reason = "skipped: no MONGODB_URI, no Docker, no MONGOD, no mongod on the PATH";
      System.out.println(reason);
      Assumptions.abort(reason);
    }
    return Real.SHARED.orElseThrow();
  }

  /** {@code MONGODB_URI}, {@code container}, {@code mongod} or {@code embedded}. */
  public String kind() {
    return kind;
  }

  /** A connection string that names the database. */
  public String uri(String database) {
    int options = uri.indexOf('?');
    String servers = options < 0 ? uri : uri.substring(0, options);
    String rest = options < 0 ? "" : uri.substring(options);
    int path = servers.indexOf('/', servers.indexOf("://") + 3);
    return (path < 0 ? servers : servers.substring(0, path)) + '/' + database + rest;
  }

  /** A connection string that names a database that nobody else has. */
  public String uniqueDatabase() {
    return uri("t" + UUID.randomUUID().toString().substring(0, 8));
  }

  private static Optional<TestMongo> findReal() {
    String given = System.getenv("MONGODB_URI");
    if (given != null && !given.isBlank()) {
      return Optional.of(new TestMongo(given, "MONGODB_URI"));
    }
    if (Docker.answers()) {
      // Testcontainers ends it with the process.
      @SuppressWarnings("resource")
      MongoDBContainer container = new MongoDBContainer(IMAGE);
      container.start();
      return Optional.of(new TestMongo(container.getConnectionString(), "container"));
    }
    return MongodProcess.find()
        .map(program -> new TestMongo(MongodProcess.start(program), "mongod"));
  }

  private static final class Embedded {
    static final TestMongo SHARED =
        new TestMongo(EmbeddedDocumentStore.inMemory(0).uri(), "embedded");
  }

  private static final class Real {
    static final Optional<TestMongo> SHARED = findReal();
  }
}
