package si.kazalnik.ingestion.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.bson.Document;

/**
 * When the broker took in what a document tells of; its age counts from then, told again or not.
 */
final class Ages {

  private static final String AT = "at";

  private Ages() {}

  static Document note(Document document, ConsumerRecord<?, ?> message) {
    return document.append(AT, Instant.ofEpochMilli(message.timestamp()));
  }

  static void forget(MongoCollection<Document> documents, Instant before) {
    documents.createIndex(Indexes.ascending(AT));
    documents.deleteMany(Filters.lt(AT, before));
  }
}
