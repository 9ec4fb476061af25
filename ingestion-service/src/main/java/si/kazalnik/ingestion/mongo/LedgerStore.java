package si.kazalnik.ingestion.mongo;

import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.WriteModel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.mongodb.MongoDatabaseFactory;
import org.springframework.stereotype.Component;
import si.kazalnik.contract.LedgerEntry;
import si.kazalnik.contract.Topics;
import si.kazalnik.contract.UnreadableRecordException;

/**
 * Keeps the ledger: balances by ledger partition, and how many events of a receipt each entry
 * accepted. A receipt's lines are documents of their own, named by receipt and ledger offset.
 */
@Component
public class LedgerStore implements Sink {

  private static final Logger log = LoggerFactory.getLogger(LedgerStore.class);

  private static final ReplaceOptions UPSERT = new ReplaceOptions().upsert(true);
  private static final int DUPLICATE_KEY = 11000;
  private static final String PARTITION = "partition";

  private final MongoDatabaseFactory mongo;
  private final String topic;
  private final LedgerTotals totals;

  LedgerStore(MongoDatabaseFactory mongo, Topics topics, LedgerTotals totals) {
    this.mongo = mongo;
    this.topic = topics.ledger();
    this.totals = totals;
  }

  /**
   * The balance over all ledger partitions, whoever keeps them.
   *
   * @throws com.mongodb.MongoException where MongoDB is away
   */
  public Balance balance() {
    Balance sum = Balance.EMPTY;
    for (Document document : balances().find(Filters.in("_id", ids()))) {
      sum = sum.plus(BalanceDocument.read(document));
    }
    return sum;
  }

  /**
   * How many events of the receipt were accepted so far.
   *
   * @throws com.mongodb.MongoException where MongoDB is away
   */
  public long accepted(String receipt) {
    long accepted = 0;
    for (Document line : lines().find(Ranges.under(receipt))) {
      accepted += BalanceDocument.number(line, "accepted");
    }
    return accepted;
  }

  @Override
  public long next(int partition) {
    Document document = balances().find(Filters.eq("_id", id(partition))).first();
    LedgerTotals.Counted counted =
        document == null
            ? LedgerTotals.Counted.NOTHING
            : new LedgerTotals.Counted(
                BalanceDocument.number(document, BalanceDocument.NEXT),
                BalanceDocument.read(document));
    totals.put(partition, counted);
    return counted.next();
  }

  @Override
  public void keep(int partition, List<ConsumerRecord<byte[], byte[]>> records) {
    LedgerTotals.Counted counted = totals.of(partition);
    // A batch comes again, whole, when MongoDB refused some of it: what is counted stays out.
    List<ConsumerRecord<byte[], byte[]>> fresh =
        records.stream().filter(message -> message.offset() >= counted.next()).toList();
    if (fresh.isEmpty()) {
      return;
    }
    Balance balance = counted.balance();
    List<WriteModel<Document>> lines = new ArrayList<>();
    for (ConsumerRecord<byte[], byte[]> message : fresh) {
      try {
        LedgerEntry entry = LedgerRecord.read(message.value());
        balance = balance.plus(entry);
        entry.receipts().forEach(part -> lines.add(line(part, message)));
      } catch (UnreadableRecordException e) {
        log.error("ledger record {}@{} is passed over", id(partition), message.offset(), e);
      }
    }
    if (!lines.isEmpty()) {
      lines().bulkWrite(lines, new BulkWriteOptions().ordered(false));
    }
    long next = fresh.get(fresh.size() - 1).offset() + 1;
    record(partition, next, balance);
    totals.put(partition, new LedgerTotals.Counted(next, balance));
  }

  @Override
  public void anew(int partition) {
    // Before the balance: a crash between the two is followed by the same again.
    lines().deleteMany(Filters.eq(PARTITION, partition));
    balances().deleteOne(Filters.eq("_id", id(partition)));
    totals.put(partition, LedgerTotals.Counted.NOTHING);
  }

  @Override
  public void leave(int partition) {
    totals.remove(partition);
  }

  /** Deletes what entries before that instant told of receipts; balances stay. */
  void forget(Instant before) {
    Ages.forget(lines(), before);
  }

  private void record(int partition, long next, Balance balance) {
    try {
      balances()
          .replaceOne(
              Filters.and(Filters.eq("_id", id(partition)), Filters.lt(BalanceDocument.NEXT, next)),
              BalanceDocument.write(id(partition), next, balance),
              UPSERT);
    } catch (MongoWriteException e) {
      // Another instance, which has taken the partition over, is as far or farther.
      if (e.getError().getCode() != DUPLICATE_KEY) {
        throw e;
      }
    }
  }

  private static WriteModel<Document> line(
      LedgerEntry.ReceiptPart part, ConsumerRecord<byte[], byte[]> message) {
    String id = Ranges.child(part.receipt(), message.partition() + "-" + message.offset());
    Document line =
        new Document("_id", id)
            .append("accepted", part.accepted())
            .append(PARTITION, message.partition());
    return new ReplaceOneModel<>(Filters.eq("_id", id), Ages.note(line, message), UPSERT);
  }

  private String id(int partition) {
    return topic + '-' + partition;
  }

  private List<String> ids() {
    List<String> ids = new ArrayList<>();
    for (int partition = 0; partition < Topics.RAW_PARTITIONS; partition++) {
      ids.add(id(partition));
    }
    return ids;
  }

  private MongoCollection<Document> balances() {
    return mongo.getMongoDatabase().getCollection("balances");
  }

  private MongoCollection<Document> lines() {
    return mongo.getMongoDatabase().getCollection("receipts");
  }
}
