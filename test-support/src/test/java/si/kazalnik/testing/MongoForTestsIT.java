package si.kazalnik.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.ConnectionString;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.util.Objects;
import org.bson.Document;
import org.junit.jupiter.api.Test;

class MongoForTestsIT {

  @Test
  void the_embedded_store_takes_documents() {
    takesDocuments(TestMongo.embedded().uniqueDatabase());
  }

  @Test
  void a_real_one_takes_documents() {
    takesDocuments(TestMongo.realOrSkip().uniqueDatabase());
  }

  private static void takesDocuments(String uri) {
    String name = Objects.requireNonNull(new ConnectionString(uri).getDatabase());
    try (MongoClient client = MongoClients.create(uri)) {
      MongoDatabase database = client.getDatabase(name);
      database.getCollection("things").insertOne(new Document("_id", 1));

      assertThat(database.getCollection("things").countDocuments()).isEqualTo(1);
      database.drop();
    }
  }
}
