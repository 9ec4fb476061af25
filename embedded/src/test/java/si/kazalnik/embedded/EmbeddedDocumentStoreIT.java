package si.kazalnik.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.ReplaceOptions;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedDocumentStoreIT {

  private static final String KEPT = "kept";

  @Test
  void only_named_databases_survive_a_restart(@TempDir Path directory) {
    Path file = directory.resolve("documents.mv");
    try (EmbeddedDocumentStore store = EmbeddedDocumentStore.start(file, Set.of(KEPT), 0);
        MongoClient client = MongoClients.create(store.uri())) {
      put(client, KEPT, 1);
      put(client, "memory", 1);
    }

    try (EmbeddedDocumentStore store = EmbeddedDocumentStore.start(file, Set.of(KEPT), 0);
        MongoClient client = MongoClients.create(store.uri())) {
      assertThat(count(client, KEPT)).isEqualTo(1);
      assertThat(count(client, "memory")).isZero();
    }
  }

  @Test
  void every_write_acknowledged_before_a_kill_is_there_after_it(@TempDir Path directory)
      throws Exception {
    Path file = directory.resolve("documents.mv");
    int acknowledged = 0;
    Process child =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElse("java"),
                "-cp",
                System.getProperty("java.class.path"),
                StoreProcess.class.getName(),
                file.toString(),
                KEPT)
            .redirectError(directory.resolve("child.err").toFile())
            .start();
    try (BufferedReader out =
        new BufferedReader(new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8))) {
      String uri = out.readLine();
      assertThat(uri).as(Files.readString(directory.resolve("child.err"))).startsWith("mongodb://");
      CountDownLatch manyAcknowledged = new CountDownLatch(200);
      Thread killer = killAfter(manyAcknowledged, child);
      try (MongoClient client = MongoClients.create(uri + "/?serverSelectionTimeoutMS=1000")) {
        while (child.isAlive()) {
          put(client, KEPT, acknowledged + 1);
          acknowledged++;
          manyAcknowledged.countDown();
        }
      } catch (com.mongodb.MongoException lostConnection) {
        assertThat(child.waitFor(10, TimeUnit.SECONDS)).isTrue();
      }
      killer.join();
    } finally {
      child.destroyForcibly();
    }

    assertThat(acknowledged).isGreaterThanOrEqualTo(200);
    try (EmbeddedDocumentStore store = EmbeddedDocumentStore.start(file, Set.of(KEPT), 0);
        MongoClient client = MongoClients.create(store.uri())) {
      assertThat(count(client, KEPT)).isBetween((long) acknowledged, acknowledged + 1L);
    }
  }

  @Test
  void rewriting_the_same_document_does_not_make_the_file_grow_without_end(@TempDir Path directory)
      throws IOException {
    Path file = directory.resolve("documents.mv");
    try (EmbeddedDocumentStore store = EmbeddedDocumentStore.start(file, Set.of(KEPT), 0);
        MongoClient client = MongoClients.create(store.uri())) {
      for (int i = 0; i < 3_000; i++) {
        put(client, KEPT, 1);
      }
    }
    assertThat(Files.size(file)).isLessThan(2_000_000);
  }

  @Test
  void it_answers_the_question_that_drivers_and_health_checks_ask() {
    try (EmbeddedDocumentStore store = EmbeddedDocumentStore.inMemory(0);
        MongoClient client = MongoClients.create(store.uri())) {
      Document hello = client.getDatabase("any").runCommand(new Document("hello", 1));

      assertThat(hello.getBoolean("isWritablePrimary")).isTrue();
      assertThat(hello.getInteger("maxWireVersion")).isPositive();
    }
  }

  @Test
  void a_taken_port_is_named() {
    try (EmbeddedDocumentStore store = EmbeddedDocumentStore.inMemory(0)) {
      assertThatThrownBy(() -> EmbeddedDocumentStore.inMemory(store.port()))
          .isInstanceOf(PortTakenException.class)
          .hasMessageContaining(Integer.toString(store.port()));
    }
  }

  private static Thread killAfter(CountDownLatch start, Process child) {
    Thread killer =
        new Thread(
            () -> {
              try {
                start.await();
                child.destroyForcibly();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });
    killer.start();
    return killer;
  }

  private static void put(MongoClient client, String database, int id) {
    MongoCollection<Document> things = client.getDatabase(database).getCollection("things");
    things.replaceOne(
        new Document("_id", id),
        new Document("_id", id).append("text", "x".repeat(200)),
        new ReplaceOptions().upsert(true));
  }

  private static long count(MongoClient client, String database) {
    return client.getDatabase(database).getCollection("things").countDocuments();
  }
}
