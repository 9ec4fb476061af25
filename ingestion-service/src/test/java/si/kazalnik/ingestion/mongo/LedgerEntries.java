package si.kazalnik.ingestion.mongo;

import java.util.List;
import java.util.Map;
import si.kazalnik.contract.LedgerEntry;
import si.kazalnik.contract.Topics;

/** Entries of the ledger that tell of one provider's raw event each. */
final class LedgerEntries {

  /** The provider. */
  static final String PROVIDER = "ngo";

  private LedgerEntries() {}

  /** That of a raw record and of what it held; what is not accepted is rejected. */
  static LedgerEntry of(
      int partition, long offset, int received, int accepted, LedgerEntry.ReceiptPart... receipts) {
    return new LedgerEntry(
        LedgerEntry.SCHEMA,
        PROVIDER,
        new Topics("").raw(PROVIDER),
        partition,
        offset,
        offset,
        received,
        accepted,
        received - accepted,
        Map.of(),
        List.of(receipts));
  }
}
