package si.kazalnik.ingestion.mongo;

import org.springframework.data.mongodb.MongoDatabaseFactory;
import si.kazalnik.contract.Topics;

/** Both stores on a database, for tests of what reads them. */
public record MadeStores(LedgerStore ledger, RejectionStore rejections) {

  public MadeStores(MongoDatabaseFactory mongo, Topics topics) {
    this(new LedgerStore(mongo, topics, new LedgerTotals()), new RejectionStore(mongo, topics));
  }
}
