package si.kazalnik.benchmark.fault;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.junit.jupiter.api.Assumptions;
import si.kazalnik.testing.MongodProcess;

/** A real mongod as a process, which can be made to refuse writes or to hang. */
final class Database implements AutoCloseable {
  private static final List<String> WRITES =
      List.of("insert", "update", "delete", "findAndModify", "createIndexes");

  private final Path program;
  private final Path data;
  private final Child child;
  private final int port = Ports.next();
  private final MongoClient client =
      MongoClients.create("mongodb://127.0.0.1:" + port + "/?serverSelectionTimeoutMS=60000");

  Database(Path program, Path folder) throws IOException {
    this.program = program;
    this.data = Files.createDirectories(folder.resolve("mongod"));
    this.child = new Child("mongod", folder.resolve("mongod.log"));
  }

  /** The program; where there is none the test is skipped and says so. */
  static Path program() {
    Optional<Path> found = MongodProcess.find();
    if (found.isEmpty()) {
      String reason = "skipped: no MONGOD, no mongod on the PATH";
      System.out.println(reason);
      Assumptions.abort(reason);
    }
    return found.orElseThrow();
  }

  int port() {
    return port;
  }

  void start() throws IOException {
    child.start(
        List.of(
            program.toString(),
            "--dbpath",
            data.toString(),
            "--port",
            Integer.toString(port),
            "--bind_ip",
            "127.0.0.1",
            "--nounixsocket",
            "--wiredTigerCacheSizeGB",
            "0.25",
            "--setParameter",
            "enableTestCommands=1"));
  }

  /** In order: then its folder is a copy that is as good as a backup. */
  void stop() throws InterruptedException {
    child.stop();
  }

  Path data() {
    return data;
  }

  void drop(String database) {
    client.getDatabase(database).drop();
  }

  boolean kill() throws InterruptedException {
    return child.kill();
  }

  void mustLive() {
    child.mustLive();
  }

  /** Each write is answered with that error. */
  void refuse(int code) {
    fail(
        new Document("mode", "alwaysOn")
            .append("data", new Document("failCommands", WRITES).append("errorCode", code)));
  }

  /** Each write ends its connection without an answer. */
  void hangUp() {
    fail(
        new Document("mode", "alwaysOn")
            .append("data", new Document("failCommands", WRITES).append("closeConnection", true)));
  }

  /** Writes are taken again; answers whether any was not. */
  boolean take() {
    return fail(new Document("mode", "off")).get("count", Number.class).longValue() > 0;
  }

  private Document fail(Document how) {
    Document command = new Document("configureFailPoint", "failCommand");
    command.putAll(how);
    return client.getDatabase("admin").runCommand(command);
  }

  /** Writes wait until it is unlocked. */
  void lock() {
    client.getDatabase("admin").runCommand(new Document("fsync", 1).append("lock", true));
  }

  /** Answers whether any write has waited. */
  boolean unlock() {
    Document waiting =
        client
            .getDatabase("admin")
            .runCommand(new Document("currentOp", 1).append("waitingForLock", true));
    client.getDatabase("admin").runCommand(new Document("fsyncUnlock", 1));
    return !waiting.getList("inprog", Document.class).isEmpty();
  }

  List<Document> all(String database, String collection) {
    return client.getDatabase(database).getCollection(collection).find().into(new ArrayList<>());
  }

  void end() {
    child.end();
  }

  @Override
  public void close() {
    client.close();
  }
}
